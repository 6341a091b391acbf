package io.quittance.application.audit;

import io.quittance.application.audit.Damage.What;
import io.quittance.application.audit.KeptJournal.Head;
import io.quittance.application.audit.KeptJournal.Months;
import io.quittance.application.audit.KeptJournal.Whole;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.journal.ObjectRef.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Follows the chains, kind by kind and by the orders' numbers. Orders and rows are read one after the other, so what moves in
 * between seems damaged: whatever does is read once more by itself, as it stands at one moment, and only that counts.
 */
public final class JournalVerifying implements VerifyJournal {
    private static final int NO_ANCHOR = 0;

    private final KeptJournal kept;
    private final Chain chain;

    public JournalVerifying(KeptJournal kept, Chain chain) {
        this.kept = Objects.requireNonNull(kept, "kept");
        this.chain = Objects.requireNonNull(chain, "chain");
    }

    @Override
    public Part part(Months months, Optional<ObjectRef> behind) {
        Parts.Part part = Parts.read(kept, months, behind, ORDERS);
        Map<String, Following> followed = new LinkedHashMap<>();
        part.heads()
                .forEach(head -> followed.put(
                        head.number(), new Following(chain, part.about(head.number()), Optional.of(head), NO_ANCHOR)));
        long rows = Parts.rows(
                kept,
                part,
                row -> followed.computeIfAbsent(
                                row.number(),
                                number -> new Following(chain, part.about(number), Optional.empty(), NO_ANCHOR))
                        .row(row));
        List<Damage> damages = new ArrayList<>();
        followed.forEach((number, following) ->
                following.end().flatMap(_ -> now(part.about(number)).end()).ifPresent(damages::add));
        return new Part(part.heads().size(), rows, damages, part.next());
    }

    private Following now(ObjectRef about) {
        return follow(about, kept.whole(about), NO_ANCHOR);
    }

    private Following follow(ObjectRef about, Whole whole, int anchor) {
        Following following = new Following(chain, about, whole.head(), anchor);
        whole.rows().forEach(following::row);
        return following;
    }

    @Override
    public Part order(ObjectRef about) {
        Whole whole = kept.whole(about);
        Optional<Damage> damage = follow(about, whole, NO_ANCHOR).end();
        return new Part(
                whole.head().isPresent() ? 1 : 0,
                whole.rows().size(),
                damage.stream().toList(),
                Optional.empty());
    }

    @Override
    public Part anchored(List<Anchor> anchors) {
        long rows = 0;
        List<Damage> damages = new ArrayList<>();
        for (Anchor anchor : anchors) {
            Whole whole = kept.whole(anchor.about());
            rows += whole.rows().size();
            against(anchor, whole)
                    .map(why -> new Damage(anchor.about(), anchor.sequence(), What.ANCHOR, why))
                    .ifPresent(damages::add);
        }
        return new Part(anchors.size(), rows, damages, Optional.empty());
    }

    private Optional<String> against(Anchor anchor, Whole whole) {
        if (whole.head().isEmpty()) {
            return Optional.of("the order is not there: it was forgotten for its age, or removed");
        }
        Optional<Seal> then = follow(anchor.about(), whole, anchor.sequence()).anchored();
        if (then.isEmpty()) {
            return Optional.of("its story is not whole up to this row, which was sealed when the anchor was written");
        }
        return chain.anchor(anchor.about(), then.get()).equals(anchor.mac())
                ? Optional.empty()
                : Optional.of("its story up to this row is not the one that was anchored");
    }

    @Override
    public Anchored anchors(Months months, Optional<ObjectRef> behind) {
        Parts.Part part = Parts.read(kept, months, behind, ORDERS);
        return new Anchored(
                part.heads().stream()
                        .flatMap(head -> anchor(part.kind(), head).stream())
                        .toList(),
                part.next());
    }

    private Optional<Anchor> anchor(Kind kind, Head head) {
        ObjectRef about = new ObjectRef(kind, head.number());
        return head.seal()
                .flatMap(Seal::read)
                .map(seal -> new Anchor(about, head.month(), seal.number(), chain.anchor(about, seal)));
    }
}
