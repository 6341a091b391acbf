package io.quittance.application.relay;

import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.relay.ForeignNews;
import io.quittance.domain.relay.NewsId;
import io.quittance.domain.relay.NewsTopic;
import java.util.List;
import java.util.Optional;

/** The twin of the table of news that we do not understand. */
public final class InMemoryNewsTold implements NewsTold {
    private final Memory memory;
    private final Rows<String, ForeignNews> rows;

    public InMemoryNewsTold(Memory memory) {
        this.memory = memory;
        rows = Rows.of(memory);
    }

    @Override
    public ForeignNews addOrLock(ForeignNews news) {
        return memory.within(() -> {
            Optional<ForeignNews> known = find(news.merchant(), news.topic());
            if (known.isPresent()) {
                return known.get();
            }
            if (find(news.id()).isPresent()) {
                throw new IllegalStateException("news number " + news.id() + " was given twice");
            }
            rows.put(news.id().value(), news);
            return news;
        });
    }

    @Override
    public Optional<ForeignNews> find(MerchantId merchant, NewsTopic topic) {
        return memory.read(() -> rows.all()
                .filter(one -> one.merchant().equals(merchant) && one.topic().equals(topic))
                .findFirst());
    }

    @Override
    public Optional<ForeignNews> find(NewsId id) {
        return memory.read(() -> rows.get(id.value()));
    }

    /** All of them. */
    public List<ForeignNews> all() {
        return memory.read(() -> rows.all().toList());
    }
}
