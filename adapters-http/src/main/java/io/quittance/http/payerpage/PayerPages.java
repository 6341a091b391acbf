package io.quittance.http.payerpage;

import io.quittance.application.merchant.Merchants;
import io.quittance.application.paymentlink.PaymentLinks;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.paymentlink.LinkId;
import io.quittance.domain.paymentlink.LinkUrls;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.http.paymentlink.LinkTexts;
import io.quittance.http.simulator.LinkCashier;
import io.quittance.http.simulator.LinkCashier.Result;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a payer sees under a link. Whoever knows a link's id may look at its goods and amount, and pay; nothing else of it
 * is shown.
 */
public final class PayerPages {
    private final PaymentLinks links;
    private final Merchants merchants;
    private final LinkCashier cashier;
    private final SecureRandom random;
    private final InstantSource clock;

    public PayerPages(
            PaymentLinks links, Merchants merchants, LinkCashier cashier, SecureRandom random, InstantSource clock) {
        this.links = links;
        this.merchants = merchants;
        this.cashier = cashier;
        this.random = random;
        this.clock = clock;
    }

    /** What goes back. */
    sealed interface Reply {
        /** @param image from where the page may load a picture */
        record Page(int status, String html, Optional<String> image) implements Reply {}

        /** @param where seen from the page that was asked for */
        record Elsewhere(String where) implements Reply {}
    }

    private record Known(PaymentLink link, Merchant merchant) {}

    /** The page under a link's address. */
    Reply show(String id) {
        return known(id).map(one -> show(one, false)).orElseGet(() -> unknown(""));
    }

    private Reply show(Known known, boolean wrong) {
        return closed(known, "").orElseGet(() -> {
            PageView view = view(known, "");
            return page(wrong ? 400 : 200, view.form(known.link(), attempt(), wrong), known);
        });
    }

    /** Why the link cannot be paid any more, if so. */
    private Optional<Reply> closed(Known known, String root) {
        PaymentLink link = known.link();
        PageView view = view(known, root);
        if (link.isPaid() || cashier.result(known.merchant(), link, "") instanceof Result.PaidBefore) {
            return Optional.of(saying(200, view, known, "paid", "good", Optional.empty(), false));
        }
        Instant now = clock.instant();
        return link.expiredAt(now)
                ? Optional.of(saying(410, view, known, "expired", "bad", Optional.empty(), false))
                : Optional.empty();
    }

    /** A payer submits the form; what came of it stands elsewhere, so that looking at it again submits nothing. */
    Reply pay(String id, String body) {
        Optional<Known> known = known(id);
        if (known.isEmpty()) {
            return unknown("");
        }
        Optional<Form> form = Form.read(body);
        if (form.isEmpty()) {
            return show(known.get(), true);
        }
        PaymentLink link = known.get().link();
        Form filled = form.get();
        boolean seen = !(cashier.result(known.get().merchant(), link, filled.attempt()) instanceof Result.Unknown);
        Optional<Reply> closed = seen ? Optional.empty() : closed(known.get(), "");
        return closed.orElseGet(() -> {
            cashier.pay(known.get().merchant(), link, filled.attempt(), filled.method(), filled.outcome());
            return new Reply.Elsewhere(link.id() + "/result?attempt=" + filled.attempt());
        });
    }

    /** What came of an attempt. */
    Reply result(String id, String attempt) {
        Optional<Known> known = known(id);
        if (known.isEmpty()) {
            return unknown("../");
        }
        Known one = known.get();
        PageView view = view(one, "../");
        Result result = Form.attempt(attempt)
                .map(named -> cashier.result(one.merchant(), one.link(), named))
                .orElseGet(Result.Unknown::new);
        return switch (result) {
            case Result.Paid(var number) -> saying(200, view, one, "success", "good", Optional.of(number), false);
            case Result.PaidBefore _ -> saying(200, view, one, "paid", "good", Optional.empty(), false);
            case Result.Failed _ -> saying(200, view, one, "failed", "bad", Optional.empty(), true);
            case Result.Pending _ -> saying(200, view, one, "pending", "open", Optional.empty(), true);
            case Result.Unknown _ -> new Reply.Elsewhere("../" + one.link().id());
        };
    }

    /** The picture that a reader decodes to the link's address. */
    Optional<byte[]> qrCode(String id) {
        return known(id).flatMap(one -> one.link().urls()).map(LinkUrls::page).map(QrCode::png);
    }

    private Optional<Known> known(String id) {
        Optional<PaymentLink> link;
        try {
            link = links.find(new LinkId(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        return link.filter(one -> one.urls().isPresent())
                .flatMap(one -> merchants.byId(one.merchant()).map(merchant -> new Known(one, merchant)))
                .filter(one -> cashier.has(one.merchant(), one.link()));
    }

    /** Whose link it would have been nobody knows, so its language neither. */
    private static Reply unknown(String root) {
        PageView view = new PageView(Tongue.of("en", "US"), root);
        return new Reply.Page(
                404, view.saying("unknown", "bad", Optional.empty(), Optional.empty(), false), Optional.empty());
    }

    private static Reply saying(
            int status, PageView view, Known known, String about, String tone, Optional<String> number, boolean again) {
        return page(status, view.saying(about, tone, Optional.of(known.link()), number, again), known);
    }

    private static Reply page(int status, String html, Known known) {
        Optional<String> image =
                WebPlace.of(LinkTexts.of(known.link().offer()).logoUrl()).map(WebPlace::origin);
        return new Reply.Page(status, html, image);
    }

    private static PageView view(Known known, String root) {
        String language = LinkTexts.of(known.link().offer()).language();
        return new PageView(Tongue.of(language, known.link().offer().country().code()), root);
    }

    private String attempt() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
