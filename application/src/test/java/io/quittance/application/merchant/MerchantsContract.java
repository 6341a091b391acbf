package io.quittance.application.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.merchant.Merchants.Added;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.merchant.MerchantKey;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.merchant.PayoutDialect;
import io.quittance.domain.merchant.UpstreamAccount;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Merchants}, and of {@link UpstreamKeys} beside it, promises. */
public interface MerchantsContract {
    Store store();

    private Merchants merchants() {
        return store().merchants();
    }

    private Merchant register(Registration registration) {
        return Given.registered(merchants(), registration);
    }

    private static Registration as(AppId app, UpstreamAccount upstream) {
        Registration some = Given.registration();
        return new Registration(
                app, some.no(), some.notifyUrl(), some.payoutDialect(), some.key(), upstream, Optional.empty());
    }

    private static UpstreamAccount account(String app, String no) {
        return new UpstreamAccount(new AppId(app), new MerchantNo(no), Optional.empty());
    }

    @Test
    default void registers_a_merchant_as_it_was_asked_to() {
        Registration asked = Given.registration();

        Merchant merchant = register(asked);

        assertEquals(
                new Merchant(
                        merchant.id(),
                        asked.app(),
                        asked.no(),
                        true,
                        asked.notifyUrl(),
                        asked.payoutDialect(),
                        List.of(asked.key()),
                        asked.upstream()),
                merchant);
    }

    @Test
    default void finds_a_merchant_by_its_app_and_by_its_id() {
        Merchant merchant = Given.merchant(store());

        assertEquals(Optional.of(merchant), merchants().byApp(merchant.app()));
        assertEquals(Optional.of(merchant), merchants().byId(merchant.id()));
    }

    @Test
    default void knows_nobody_who_was_never_registered() {
        assertEquals(Optional.empty(), merchants().byApp(new AppId(Given.unique("stranger-"))));
        assertEquals(Optional.empty(), merchants().byId(new MerchantId(Long.MAX_VALUE)));
        assertEquals(List.of(), merchants().byUpstream(Optional.of(new AppId(Given.unique("up-"))), Optional.empty()));
    }

    @Test
    default void keeps_all_that_the_longest_registration_says() {
        String filler = "\uD83E\uDD8A";
        String app = Given.unique("");
        Registration asked = new Registration(
                new AppId(app + filler.repeat(64 - app.length())),
                new MerchantNo(filler.repeat(32)),
                URI.create("https://merchant.example:8443/" + "n".repeat(200) + "?a=b&c=%C3%A9"),
                PayoutDialect.LEGACY,
                new MerchantKey(
                        "f".repeat(64), Given.keys().getPublic(), Given.NOON, Optional.of(Given.NOON.plusMillis(1))),
                new UpstreamAccount(
                        new AppId(Given.unique("up-")),
                        new MerchantNo(filler.repeat(32)),
                        Optional.of(Given.keys().getPublic())),
                Optional.of(Given.keys().getPrivate()));

        Merchant merchant = register(asked);

        assertEquals(Optional.of(merchant), merchants().byApp(asked.app()));
        assertEquals(asked.no(), merchant.no());
        assertEquals(asked.notifyUrl(), merchant.notifyUrl());
        assertEquals(PayoutDialect.LEGACY, merchant.payoutDialect());
        assertEquals(List.of(asked.key()), merchant.keys());
        assertEquals(asked.upstream(), merchant.upstream());
    }

    @Test
    default void keeps_the_private_key_for_upstream_apart() {
        Registration some = Given.registration();
        Merchant with = register(new Registration(
                some.app(),
                some.no(),
                some.notifyUrl(),
                some.payoutDialect(),
                some.key(),
                some.upstream(),
                Optional.of(Given.keys().getPrivate())));
        Merchant without = Given.merchant(store());

        assertEquals(
                Optional.of(Given.keys().getPrivate()), store().upstreamKeys().privateKey(with.id()));
        assertEquals(Optional.empty(), store().upstreamKeys().privateKey(without.id()));
        assertEquals(Optional.empty(), store().upstreamKeys().privateKey(new MerchantId(Long.MAX_VALUE)));
    }

    @Test
    default void refuses_an_app_that_is_registered() {
        Merchant merchant = Given.merchant(store());

        Added again = merchants().add(as(merchant.app(), Given.registration().upstream()));

        assertEquals(new Added.AppTaken(), again);
        assertEquals(Optional.of(merchant), merchants().byApp(merchant.app()));
    }

    @Test
    default void refuses_an_account_upstream_that_is_another_merchants() {
        Merchant merchant = Given.merchant(store());
        AppId app = new AppId(Given.unique("app-"));

        assertEquals(new Added.UpstreamAccountTaken(), merchants().add(as(app, merchant.upstream())));

        assertEquals(Optional.empty(), merchants().byApp(app));
    }

    @Test
    default void keeps_apps_apart_that_differ_only_a_little() {
        String id = Given.unique("App-\u00E9-");
        List<String> alike = List.of(
                id, id.replace("A", "a"), id.replace("\u00E9", "e"), id.replace("\u00E9", "e\u0301"), id + "\u200B");

        List<Merchant> registered = alike.stream()
                .map(app -> register(as(new AppId(app), Given.registration().upstream())))
                .toList();

        for (int i = 0; i < alike.size(); i++) {
            assertEquals(Optional.of(registered.get(i)), merchants().byApp(new AppId(alike.get(i))));
        }
        assertEquals(
                alike.size(), registered.stream().map(Merchant::id).distinct().count());
    }

    @Test
    default void finds_who_is_meant_by_an_account_upstream() {
        String app = Given.unique("up-");
        String no = Given.unique("no-");
        Merchant one = register(as(new AppId(Given.unique("app-")), account(app, no)));
        Merchant sameApp =
                register(as(new AppId(Given.unique("app-")), account(app, no.toUpperCase(Locale.ROOT) + "X")));
        Merchant sameNo = register(as(new AppId(Given.unique("app-")), account(app + "x", no)));

        assertEquals(Set.of(one), upstream(Optional.of(app), Optional.of(no)));
        assertEquals(Set.of(one, sameApp), upstream(Optional.of(app), Optional.empty()));
        assertEquals(Set.of(one, sameNo), upstream(Optional.empty(), Optional.of(no)));
        assertEquals(Set.of(), upstream(Optional.of(app), Optional.of(Given.unique("no-"))));
        assertEquals(Set.of(), upstream(Optional.of(app.toUpperCase(Locale.ROOT)), Optional.empty()));
    }

    private Set<Merchant> upstream(Optional<String> app, Optional<String> no) {
        return Set.copyOf(merchants().byUpstream(app.map(AppId::new), no.map(MerchantNo::new)));
    }

    @Test
    default void lists_everybody_by_app() {
        String prefix = Given.unique("list-");
        List<AppId> unsorted = Stream.of("b", "a", "B", "c1", "c")
                .map(end -> new AppId(prefix + end))
                .toList();
        unsorted.forEach(app -> register(as(app, Given.registration().upstream())));

        List<String> listed = merchants().all().stream()
                .map(merchant -> merchant.app().value())
                .filter(app -> app.startsWith(prefix))
                .map(app -> app.substring(prefix.length()))
                .toList();

        assertEquals(List.of("B", "a", "b", "c", "c1"), listed);
    }

    @Test
    default void is_disabled_and_enabled_again() {
        Merchant merchant = Given.merchant(store());
        Merchant other = Given.merchant(store());

        assertTrue(merchants().enable(merchant.app(), false));
        assertFalse(merchants().byApp(merchant.app()).orElseThrow().enabled());
        assertTrue(merchants().enable(merchant.app(), false), "twice is no error");
        assertEquals(Optional.of(other), merchants().byApp(other.app()));

        assertTrue(merchants().enable(merchant.app(), true));
        assertEquals(Optional.of(merchant), merchants().byApp(merchant.app()));
    }

    @Test
    default void has_its_results_sent_elsewhere() {
        Merchant merchant = Given.merchant(store());
        URI elsewhere = URI.create("http://[2001:db8::1]:8080/elsewhere");

        assertTrue(merchants().setNotifyUrl(merchant.app(), elsewhere));
        assertTrue(merchants().setNotifyUrl(merchant.app(), elsewhere), "twice is no error");

        assertEquals(elsewhere, merchants().byId(merchant.id()).orElseThrow().notifyUrl());
    }

    @Test
    default void says_when_there_is_nobody_to_change() {
        AppId stranger = new AppId(Given.unique("stranger-"));

        assertFalse(merchants().enable(stranger, true));
        assertFalse(merchants().setNotifyUrl(stranger, URI.create("https://merchant.example/")));
    }

    @Test
    default void registers_one_of_many_who_want_the_same_app_at_once() {
        AppId app = new AppId(Given.unique("app-"));
        List<Registration> rivals = Stream.generate(
                        () -> as(app, Given.registration().upstream()))
                .limit(6)
                .toList();

        List<Added> answers = AtOnce.all(rivals, merchants()::add);

        Merchant winner = merchants().byApp(app).orElseThrow();
        assertEquals(
                Set.of(new Added.Registered(winner), new Added.AppTaken()),
                answers.stream().collect(Collectors.toSet()));
        assertEquals(5, answers.stream().filter(new Added.AppTaken()::equals).count());
    }
}
