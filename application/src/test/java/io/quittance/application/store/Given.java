package io.quittance.application.store;

import io.quittance.application.account.Accounts;
import io.quittance.application.account.Holder;
import io.quittance.application.account.NewAccount;
import io.quittance.application.account.Routing;
import io.quittance.application.errand.Errand;
import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.Message;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.merchant.Holders;
import io.quittance.application.merchant.MerchantChange;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.merchant.Registration;
import io.quittance.application.person.Hand;
import io.quittance.application.registration.Deed;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.account.AcquirerName;
import io.quittance.domain.account.Handle;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.key.Term;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.merchant.MerchantKey;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.merchant.PayoutDialect;
import io.quittance.domain.money.Country;
import io.quittance.domain.money.Money;
import io.quittance.domain.paymentlink.LinkId;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.Offer;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.text.Bytes;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** New things for a test; ids never repeat, so that a database may be shared with other tests and other runs. */
public final class Given {
    /** Some time, with milliseconds that must not get lost. */
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

    /** Somebody does something. */
    public static final Deed DEED = new Deed(new Hand("Ada", "for a test"), NOON);

    private static final String RUN =
            Long.toString(ThreadLocalRandom.current().nextLong(36L * 36 * 36 * 36 * 36 * 36 * 36 * 36), 36);
    private static final AtomicLong COUNT = new AtomicLong();

    private Given() {}

    /** At most 20 characters behind the prefix. */
    public static String unique(String prefix) {
        return prefix + RUN + "-" + Long.toString(COUNT.incrementAndGet(), 36);
    }

    /** A time in the past whose next minute no other test uses, so that queues shared with others can be read alone. */
    public static Instant quietMinute() {
        long first = Instant.parse("1980-01-01T00:00:00Z").toEpochMilli();
        long last = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
        return Instant.ofEpochMilli(ThreadLocalRandom.current().nextLong(first, last));
    }

    /** Made once: a pair takes a while. */
    public static KeyPair keys() {
        return Pair.KEYS;
    }

    private static final class Pair {
        private static final KeyPair KEYS = pair();

        private static KeyPair pair() {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                return generator.generateKeyPair();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has RSA", e);
            }
        }
    }

    /** A merchant that the simulator settles. */
    public static Registration registration() {
        return registration(List.of(newAccount()));
    }

    public static Registration registration(List<NewAccount> accounts) {
        return new Registration(
                new AppId(unique("app-")),
                new MerchantNo(unique("no-")),
                URI.create("https://merchant.example/notify"),
                PayoutDialect.V2,
                key(),
                accounts);
    }

    /** One with the simulator that nobody has opened yet. */
    public static NewAccount newAccount() {
        return new NewAccount(
                new AcquirerName("simulator"),
                List.of(new Handle("app-id", unique("up-")), new Handle("merchant-no", unique("upno-"))),
                Bytes.utf8("{}"));
    }

    public static Account opened(Accounts accounts, MerchantId merchant, NewAccount asked) {
        return switch (accounts.add(merchant, asked)) {
            case Accounts.Added.Opened(var account) -> account;
            case Accounts.Added.Taken _ -> throw new IllegalStateException(asked.handles() + " are taken");
        };
    }

    /** One that nobody else has, and nobody can sign with. */
    public static MerchantKey key() {
        return new MerchantKey(
                Fingerprint.of(List.of(unique("key"))).value(),
                publicKey(),
                new Term(NOON.minusSeconds(60), Optional.empty()));
    }

    private static PublicKey publicKey() {
        BigInteger modulus =
                new BigInteger(2048, ThreadLocalRandom.current()).setBit(2047).setBit(0);
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(modulus, RSAKeyGenParameterSpec.F4));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    /** Its requests are taken from now on, or refused. */
    public static void enable(Store store, AppId app, boolean enabled) {
        changed(store, app, MerchantChange.enabled(enabled));
    }

    /** Its results go there from now on. */
    public static void moved(Store store, AppId app, URI notifyUrl) {
        changed(store, app, MerchantChange.to(notifyUrl));
    }

    private static void changed(Store store, AppId app, MerchantChange change) {
        store.merchants().change(app, change, DEED).orElseThrow();
    }

    public static Merchant merchant(Store store) {
        return registered(store.merchants(), registration());
    }

    /** The account that such orders go through of which a test does not care. */
    public static AccountId account(MerchantId merchant) {
        return new AccountId(merchant.value());
    }

    /** Every account serves everything. */
    public static Routing routing(Store store) {
        return new Routing(store.accounts(), (acquirer, service) -> true, new AcquirerName("simulator"));
    }

    public static Holders holders(Store store) {
        return new Holders(store.merchants(), store.accounts());
    }

    /** A merchant at its oldest account. */
    public static Holder holder(Store store, Merchant merchant) {
        return new Holder(merchant, store.accounts().byMerchant(merchant.id()).getFirst());
    }

    public static Merchant registered(Merchants merchants, Registration registration) {
        return switch (merchants.add(registration)) {
            case Merchants.Added.Registered(var merchant) -> merchant;
            case Merchants.Added.AppTaken _, Merchants.Added.KeyTaken _, Merchants.Added.AccountTaken _ ->
                throw new IllegalStateException(registration + " could not be registered");
        };
    }

    /** A link that upstream is being asked for, and that nobody has kept yet. */
    public static PaymentLink link(MerchantId merchant) {
        return link(merchant, unique("L"), unique("M"));
    }

    public static PaymentLink link(MerchantId merchant, String id, String request) {
        return PaymentLink.asked(
                new LinkId(id),
                merchant,
                Given.account(merchant),
                new MerchantLinkId(request),
                offer(),
                NOON,
                Duration.ofHours(1),
                NOON.plusSeconds(15));
    }

    public static Offer offer() {
        return new Offer(
                Money.of("40000", "IDR"),
                new Country("ID"),
                Optional.of(URI.create("https://merchant.example/links")),
                Fingerprint.of(List.of("content")).value(),
                Bytes.utf8("{\"description\":\"Two chairs\"}"));
    }

    public static PaymentLink kept(Store store, PaymentLink link) {
        store.perform(() -> store.paymentLinks().add(link));
        return link;
    }

    public static Errand errand(Operation about, Instant dueAt) {
        return Errand.submit(ObjectRef.of(about.id()), about.merchant(), Given.account(about.merchant()), dueAt);
    }

    public static Fingerprint fingerprint() {
        return Fingerprint.of(List.of(unique("fact")));
    }

    public static Message message(String body) {
        return new Message(
                Bytes.utf8(body), Fingerprint.of(List.of("key")).value(), Fingerprint.of(List.of("message", body)));
    }

    public static JournalEntry note(String line) {
        return JournalEntry.noted(Kind.OPERATED, NOON, line);
    }
}
