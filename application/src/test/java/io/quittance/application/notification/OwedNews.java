package io.quittance.application.notification;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.OwedIn;
import io.quittance.application.shard.Shard;
import io.quittance.application.store.Store;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A message that is owed, with its bytes, as tests look at it. */
public record OwedNews(Delivery delivery, Bytes body) {
    /** What is owed about an order and due by then. */
    public static List<OwedNews> about(Store store, ObjectRef about, Instant until) {
        return in(store, Shard.of(about), until).stream()
                .filter(news -> news.about().equals(about))
                .toList();
    }

    /** What a shard owes and is due by then, the longest due first. */
    public static List<OwedNews> in(Store store, Shard shard, Instant until) {
        return OwedIn.shard(store.outbox().owed(), shard, until).stream()
                .map(delivery -> new OwedNews(delivery, store.outbox().body(delivery)))
                .toList();
    }

    public ObjectRef about() {
        return delivery.about();
    }

    public MerchantId merchant() {
        return delivery.merchant();
    }

    public Dialect dialect() {
        return delivery.dialect();
    }

    public Optional<URI> notifyUrl() {
        return delivery.notifyUrl();
    }

    public Instant dueAt() {
        return delivery.dueAt();
    }
}
