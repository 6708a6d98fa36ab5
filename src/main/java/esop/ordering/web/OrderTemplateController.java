package esop.ordering.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import esop.ordering.OrderTemplate;
import esop.ordering.OrderTemplates;
import esop.ordering.OrderTemplates.ItemProblem;
import esop.web.Page;
import esop.web.Paging;
import java.net.URI;
import java.util.List;
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

/** Order templates the signed-on person may use; changed only by who keeps them. */
@RestController
@RequestMapping("/api/order-templates")
class OrderTemplateController {

    private final OrderTemplates templates;

    OrderTemplateController(OrderTemplates templates) {
        this.templates = templates;
    }

    /**
     * @param problems why it cannot be used as it is; empty where it can
     * @param itemProblems the same, by the items they are about
     * @param mine whether this person may change it
     */
    record TemplateRow(
            @JsonUnwrapped OrderTemplate template,
            List<String> problems,
            List<ItemProblem> itemProblems,
            boolean mine) {}

    @GetMapping
    Page<TemplateRow> list(Paging paging) {
        var all = templates.all();
        var shown = all.stream().skip(paging.offset()).limit(paging.limit()).map(this::row);
        return paging.of(shown.toList(), all.size());
    }

    @PostMapping
    ResponseEntity<TemplateRow> add(@RequestBody OrderTemplate.Wish wish) {
        var added = templates.add(wish);
        return ResponseEntity.created(URI.create("/api/order-templates/" + added.id()))
                .body(row(added));
    }

    @PutMapping("/{id}")
    TemplateRow change(@PathVariable String id, @RequestBody OrderTemplate.Wish wish) {
        return row(templates.change(id, wish));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id) {
        templates.remove(id);
    }

    private TemplateRow row(OrderTemplate template) {
        var problems = templates.problems(template);
        return new TemplateRow(
                template,
                problems.stream().map(ItemProblem::message).distinct().toList(),
                problems,
                templates.mine(template));
    }
}
