package io.quittance.application.capture;

import io.quittance.application.account.Holder;
import io.quittance.application.capture.SettleOperation.Told;
import io.quittance.application.discrepancy.DiscrepancyRepair;
import io.quittance.application.discrepancy.DiscrepancyTelling;
import io.quittance.application.discrepancy.KeptNews;
import io.quittance.application.journal.Discrepancies.Kept;
import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.Message;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.person.Hand;
import io.quittance.application.store.Given;
import io.quittance.application.story.Summaries;
import io.quittance.application.story.Summary;
import io.quittance.application.story.Wanted;
import io.quittance.domain.account.Account;
import io.quittance.domain.capture.Capture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Discrepancies about captures; messages are read again by knowing what each said. */
final class AdoptionScene implements KeptNews, Summaries {
    static final Hand ADA = new Hand("Ada", "in the portal it is so");

    final Scene scene;
    final DiscrepancyRepair repair;
    final DiscrepancyTelling telling;

    /** What each message says to this version; one that it does not understand is not there. */
    final Map<Fingerprint, Told> understood = new HashMap<>();

    AdoptionScene(Scene scene) {
        this.scene = scene;
        repair = new DiscrepancyRepair(this, scene.store.accounts(), Given.holders(scene.store), this, scene.office);
        telling = new DiscrepancyTelling(this, repair, scene.office);
    }

    /** Upstream tells it. */
    Kept kept(List<Holder> candidates, Told told) {
        understood.put(told.message().fingerprint(), told);
        scene.settlement.settle(candidates, told);
        return found(told);
    }

    private Kept found(Told told) {
        return scene.store.discrepancies().of(scene.merchant.id(), 99).stream()
                .filter(one -> one.discrepancy()
                        .message()
                        .fingerprint()
                        .equals(told.message().fingerprint()))
                .findFirst()
                .or(() -> scene.store.discrepancies().unassigned(99).stream().findFirst())
                .orElseThrow();
    }

    Kept now(Kept kept) {
        return scene.store.discrepancies().find(kept.number()).orElseThrow();
    }

    @Override
    public Taken take(Holder holder, Message message) {
        return Optional.ofNullable(understood.get(message.fingerprint()))
                .<Taken>map(told -> new Taken.Told(scene.settlement.settle(
                        List.of(holder), told.by(told.message().adopted(message.adopted())))))
                .orElseGet(() -> new Taken.NotUnderstood("status (expected: SUCCESS)"));
    }

    @Override
    public boolean verifiedFor(Account account, Message message) {
        return message.keyId().equals("upstream's key");
    }

    @Override
    public List<String> states(ObjectRef.Kind kind) {
        return List.of();
    }

    @Override
    public Optional<Summary> find(ObjectRef about) {
        return scene.store
                .operations()
                .find(about.operationId())
                .map(operation -> new Summary(
                        about,
                        operation.merchant(),
                        operation.account(),
                        List.of(),
                        Optional.empty(),
                        OperationKind.name(operation),
                        Optional.empty(),
                        operation.collects(),
                        operation.createdAt(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Override
    public List<Summary> named(String id, int limit) {
        throw new IllegalStateException("nobody asks for " + id);
    }

    @Override
    public List<Summary> page(Wanted wanted, Optional<ObjectRef> behind, int limit) {
        throw new IllegalStateException("nobody asks for " + wanted);
    }

    static ObjectRef ref(Capture capture) {
        return ObjectRef.of(capture.id());
    }
}
