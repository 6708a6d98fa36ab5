package esop.intake.web;

import esop.workflow.draft.EntryDraftController;
import esop.workflow.draft.EntryDrafts;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/intakes/draft")
class IntakeDraftController extends EntryDraftController {

    IntakeDraftController(EntryDrafts drafts) {
        super(drafts, "intake");
    }
}
