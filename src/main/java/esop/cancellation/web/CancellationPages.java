package esop.cancellation.web;

import esop.cancellation.Cancellations;
import esop.cancellation.ServiceCancellation;
import esop.cancellation.WaiverVote;
import esop.identity.CurrentPerson;
import esop.identity.People;
import esop.identity.Person;
import esop.web.Page;
import esop.web.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts lists and pages together. */
@Component
@Transactional(readOnly = true)
class CancellationPages {

    private final Cancellations cancellations;
    private final People people;
    private final CurrentPerson currentPerson;

    CancellationPages(Cancellations cancellations, People people, CurrentPerson currentPerson) {
        this.cancellations = cancellations;
        this.people = people;
        this.currentPerson = currentPerson;
    }

    Page<CancellationRow> list(CancellationQuery query, Paging paging) {
        return cancellations.list(query.filter(currentPerson.get()), paging).map(CancellationPages::row);
    }

    static CancellationRow row(ServiceCancellation cancellation) {
        var entry = cancellation.entry();
        return new CancellationRow(
                cancellation.id(),
                cancellation.state(),
                entry.customerId(),
                entry.customerName(),
                entry.customerLevel(),
                entry.city(),
                cancellation.lines().stream()
                        .map(line ->
                                new CancellationRow.Product(line.product(), line.productName(), line.productNameEn()))
                        .toList(),
                entry.reason(),
                entry.day(),
                cancellation.penalty(),
                cancellation.settlement().waived(),
                cancellation.settlement().granted(),
                cancellation.due(),
                entry.owner(),
                entry.ownerName(),
                entry.creatorName(),
                entry.created(),
                cancellation.ended(),
                cancellation.orderId(),
                cancellation.revision());
    }

    CancellationDetail detail(ServiceCancellation cancellation) {
        var settlement = cancellation.settlement();
        return new CancellationDetail(
                row(cancellation),
                cancellation.lines(),
                cancellation.waivedPercent(),
                settlement.retention(),
                settlement.retentionNote(),
                settlement.choice(),
                settlement.waiverReason(),
                settlement.charged(),
                settlement.charge(),
                cancellation.message(),
                cancellations.votes(cancellation.id()).stream().map(this::vote).toList(),
                cancellations.mayWithdraw(cancellation),
                cancellation.instanceId());
    }

    private CancellationDetail.Vote vote(WaiverVote vote) {
        return new CancellationDetail.Vote(
                vote.round(),
                vote.level(),
                vote.role(),
                vote.waived(),
                String.valueOf(name(vote.submittedBy())),
                vote.submitted(),
                vote.vote(),
                vote.opinion(),
                name(vote.voter()),
                vote.voted());
    }

    private @Nullable String name(@Nullable String person) {
        return person == null ? null : people.find(person).map(Person::name).orElse(person);
    }
}
