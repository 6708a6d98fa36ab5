package esop.ordering.web;

import esop.workflow.draft.EntryDraftController;
import esop.workflow.draft.EntryDrafts;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/orders/draft")
class OrderDraftController extends EntryDraftController {

    OrderDraftController(EntryDrafts drafts) {
        super(drafts, "order");
    }
}
