package io.quittance.application.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.application.journal.Journal.Row;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.relay.ForeignNews;
import io.quittance.domain.relay.NewsId;
import io.quittance.domain.relay.NewsTopic;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link NewsTold} promises. */
public interface NewsToldContract {
    Store store();

    private MerchantId merchant() {
        return Given.merchant(store()).id();
    }

    private static ForeignNews news(MerchantId merchant, NewsTopic topic) {
        return new ForeignNews(new NewsId(Given.unique("N")), merchant, Given.account(merchant), topic, Given.NOON);
    }

    private ForeignNews added(ForeignNews news) {
        return store().answer(() -> store().newsTold().addOrLock(news));
    }

    @Test
    default void keeps_a_new_one_and_finds_it() {
        NewsTopic longest = new NewsTopic("T".repeat(NewsTopic.MAX_TYPE), "ä".repeat(NewsTopic.MAX_SUBJECT));
        ForeignNews news = news(merchant(), longest);

        assertEquals(news, added(news));

        assertEquals(Optional.of(news), store().newsTold().find(news.id()));
        assertEquals(Optional.of(news), store().newsTold().find(news.merchant(), longest));
        assertEquals(Optional.empty(), store().newsTold().find(new NewsId("unheard of")));
    }

    @Test
    default void answers_with_the_one_of_the_same_topic_that_came_before() {
        MerchantId merchant = merchant();
        ForeignNews first = added(news(merchant, new NewsTopic("REFUND", "R1")));

        assertEquals(first, added(news(merchant, new NewsTopic("REFUND", "R1"))));
    }

    @Test
    default void keeps_topics_apart_that_differ_only_a_little() {
        MerchantId merchant = merchant();
        List<ForeignNews> all = List.of(
                news(merchant, new NewsTopic("REFUND", "r1")),
                news(merchant, new NewsTopic("REFUND", "R1")),
                news(merchant, new NewsTopic("REFUND", "R1ä")),
                news(merchant, new NewsTopic("REFUND", "R1a")),
                news(merchant, new NewsTopic("refund", "R1")),
                news(merchant(), new NewsTopic("REFUND", "R1")));

        assertEquals(all, all.stream().map(this::added).toList());
    }

    @Test
    default void never_keeps_two_under_one_number() {
        ForeignNews one = added(news(merchant(), new NewsTopic("REFUND", "R1")));
        ForeignNews other = new ForeignNews(
                one.id(), one.merchant(), Given.account(one.merchant()), new NewsTopic("REFUND", "R2"), Given.NOON);

        assertThrows(IllegalStateException.class, () -> added(other));
    }

    @Test
    default void lets_one_of_many_rivals_be_first() {
        MerchantId merchant = merchant();
        NewsTopic topic = new NewsTopic("REFUND", "raced for");

        Set<NewsId> answered = AtOnce.all(List.of(1, 2, 3, 4, 5, 6, 7, 8), _ -> added(news(merchant, topic))).stream()
                .map(ForeignNews::id)
                .collect(Collectors.toSet());

        assertEquals(
                Set.of(store().newsTold().find(merchant, topic).orElseThrow().id()), answered);
    }

    @Test
    default void has_a_story_of_its_own() {
        ObjectRef about = ObjectRef.of(
                added(news(merchant(), new NewsTopic("REFUND", "R1"))).id());

        store().perform(() -> store().journal().append(about, List.of(Given.note("one"), Given.note("two"))));

        assertEquals(
                List.of("one", "two"),
                store().journal().story(about).stream()
                        .map(Row::entry)
                        .map(entry -> entry.note())
                        .toList());
    }
}
