package io.quittance.application.relay;

import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.relay.ForeignNews;
import io.quittance.domain.relay.NewsId;
import io.quittance.domain.relay.NewsTopic;
import java.util.Optional;

/** What upstream told of that we do not understand: one row for each thing. What was told stands in the journal. */
public interface NewsTold {
    /**
     * Keeps a new one, unless this merchant's topic is known; a unique key decides, whoever races. Call inside a
     * transaction: until its end nobody else gets the one that is answered.
     *
     * @return the one of that topic: the given one, or the one that was there before
     */
    ForeignNews addOrLock(ForeignNews news);

    Optional<ForeignNews> find(MerchantId merchant, NewsTopic topic);

    Optional<ForeignNews> find(NewsId id);
}
