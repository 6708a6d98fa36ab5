package esop.opportunity.web;

import esop.opportunity.OpportunityTemplate;
import esop.opportunity.OpportunityTemplates;
import esop.web.Page;
import esop.web.Paging;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opportunity templates of the reader's cities; kept by opportunity administrators. */
@RestController
@RequestMapping("/api/opportunity-templates")
class OpportunityTemplateController {

    private final OpportunityTemplates templates;

    OpportunityTemplateController(OpportunityTemplates templates) {
        this.templates = templates;
    }

    @GetMapping
    Page<OpportunityTemplate> list(Paging paging) {
        var all = templates.all();
        return paging.of(
                all.stream().skip(paging.offset()).limit(paging.limit()).toList(), all.size());
    }

    @PostMapping
    ResponseEntity<OpportunityTemplate> add(@RequestBody OpportunityTemplate.Wish wish) {
        var added = templates.add(wish);
        return ResponseEntity.created(URI.create("/api/opportunity-templates/" + added.id()))
                .body(added);
    }

    @PutMapping("/{id}")
    OpportunityTemplate change(@PathVariable String id, @RequestBody OpportunityTemplate.Wish wish) {
        return templates.change(id, wish);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id) {
        templates.remove(id);
    }
}
