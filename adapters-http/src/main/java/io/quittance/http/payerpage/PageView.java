package io.quittance.http.payerpage;

import io.quittance.domain.money.AmountText;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.http.paymentlink.Goods;
import io.quittance.http.paymentlink.LinkTexts;
import io.quittance.http.simulator.LinkCashier.Method;
import io.quittance.http.simulator.LinkCashier.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The pages as HTML. Headings in order, every control with its label, language and direction said; texts of merchants are
 * isolated, as their direction may be another.
 */
final class PageView {
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,128}");

    private final Tongue tongue;
    private final String root;

    /** @param root the way from this page to the folder of all pages: empty, or {@code ../} */
    PageView(Tongue tongue, String root) {
        this.tongue = tongue;
        this.root = root;
    }

    /** Where the link can be paid. @param wrong whether what was submitted before could not be read */
    String form(PaymentLink link, String attempt, boolean wrong) {
        LinkTexts texts = LinkTexts.of(link.offer());
        String amount = tongue.amount(link.offer().amount());
        Markup page = begun(tongue.word("pay", amount));
        logo(page, texts);
        page.html("<h1>").text(tongue.word("pay", amount)).html("</h1>");
        if (!texts.description().isBlank()) {
            page.html("<p class=\"description\">").isolated(texts.description()).html("</p>");
        }
        if (wrong) {
            page.html("<p class=\"notice wrong\" role=\"alert\">")
                    .text(tongue.word("wrong"))
                    .html("</p>");
        }
        goods(page, texts.goods());
        page.html("<dl class=\"total\"><div><dt>")
                .text(tongue.word("total"))
                .html("</dt><dd>")
                .isolated(amount)
                .html("</dd></div></dl>");
        form(page, link, attempt, amount);
        page.html("<p class=\"small\">")
                .text(tongue.word("until", tongue.time(link.expiresAt())))
                .html("</p>");
        contact(page, texts);
        return ended(page);
    }

    private void logo(Markup page, LinkTexts texts) {
        WebPlace.of(texts.logoUrl())
                .ifPresent(place -> page.html("<img class=\"logo\" alt=\"\" referrerpolicy=\"no-referrer\" src=\"")
                        .text(place.address())
                        .html("\">"));
    }

    private void goods(Markup page, List<Goods> goods) {
        if (goods.isEmpty()) {
            return;
        }
        page.html("<h2>").text(tongue.word("goods")).html("</h2><ul class=\"goods\">");
        for (Goods one : goods) {
            page.html("<li><h3>").isolated(one.name()).html("</h3><p>").isolated(one.description());
            page.html("</p><p class=\"line\"><span>")
                    .text(tongue.word("quantity", one.quantity()))
                    .html("</span> <span>")
                    .text(tongue.word("price"))
                    .html(" ")
                    .isolated(price(one))
                    .html("</span></p></li>");
        }
        page.html("</ul>");
    }

    private String price(Goods goods) {
        Optional<Money> price = AmountText.of(goods.price())
                .map(AmountText::value)
                .filter(Money::fits)
                .flatMap(value -> Currency.of(goods.currency()).map(currency -> new Money(value, currency)));
        return price.map(tongue::amount).orElse(goods.price() + " " + goods.currency());
    }

    private void form(Markup page, PaymentLink link, String attempt, String amount) {
        page.html("<form method=\"post\" action=\"")
                .text(root + link.id())
                .html("\"><input type=\"hidden\" name=\"attempt\" value=\"")
                .text(attempt)
                .html("\">");
        page.html("<fieldset><legend>").text(tongue.word("method")).html("</legend>");
        for (Method method : Method.values()) {
            choice(page, "method", method);
        }
        page.html("</fieldset><fieldset class=\"sandbox\"><legend>")
                .text(tongue.word("outcome"))
                .html("</legend><p class=\"small\">")
                .text(tongue.word("sandbox"))
                .html("</p>");
        for (Outcome outcome : Outcome.values()) {
            choice(page, "outcome", outcome);
        }
        page.html("</fieldset><button type=\"submit\">")
                .text(tongue.word("pay", amount))
                .html("</button></form>");
    }

    /** The first of each is chosen, so that the form is whole from the beginning. */
    private void choice(Markup page, String name, Enum<?> value) {
        String id = name + "-" + value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        page.html("<div class=\"choice\"><input type=\"radio\" required name=\"")
                .text(name)
                .html("\" id=\"")
                .text(id)
                .html("\" value=\"")
                .text(value.name())
                .html(value.ordinal() == 0 ? "\" checked><label for=\"" : "\"><label for=\"")
                .text(id)
                .html("\">")
                .text(tongue.word(name + "." + value.name()))
                .html("</label></div>");
    }

    private void contact(Markup page, LinkTexts texts) {
        String mail = texts.contactEmail().strip();
        if (mail.isEmpty()) {
            return;
        }
        page.html("<p class=\"small\">").text(tongue.word("contact")).html(" ");
        if (EMAIL.matcher(mail).matches()) {
            page.html("<a href=\"mailto:").text(mail.replace("%", "%25")).html("\">");
            page.isolated(mail).html("</a>");
        } else {
            page.isolated(mail);
        }
        page.html("</p>");
    }

    /**
     * A page that says one thing.
     *
     * @param about begins the keys of its texts, as {@code paid}
     * @param tone of what it says, for its colour: {@code good}, {@code bad} or {@code open}
     * @param link told of, where there is one
     * @param number of the payment, where there is one
     * @param again whether the payer may try again
     */
    String saying(String about, String tone, Optional<PaymentLink> link, Optional<String> number, boolean again) {
        Markup page = begun(tongue.word(about + ".title"));
        link.ifPresent(known -> logo(page, LinkTexts.of(known.offer())));
        page.html("<h1 class=\"" + tone + "\">")
                .text(tongue.word(about + ".title"))
                .html("</h1><p>")
                .text(tongue.word(about + ".text"))
                .html("</p>");
        link.ifPresent(known -> {
            LinkTexts texts = LinkTexts.of(known.offer());
            page.html("<dl class=\"total\">");
            row(page, "total", tongue.amount(known.offer().amount()));
            if (!texts.description().isBlank()) {
                row(page, "for", texts.description());
            }
            number.ifPresent(no -> row(page, "number", no));
            page.html("</dl>");
            if (again) {
                page.html("<p><a class=\"button\" href=\"")
                        .text(root + known.id())
                        .html("\">")
                        .text(tongue.word("again"))
                        .html("</a></p>");
            }
            contact(page, texts);
        });
        return ended(page);
    }

    private void row(Markup page, String key, String value) {
        page.html("<div><dt>").text(tongue.word(key)).html("</dt><dd>").isolated(value);
        page.html("</dd></div>");
    }

    private Markup begun(String title) {
        return new Markup()
                .html("<!DOCTYPE html>\n<html lang=\"")
                .text(tongue.language())
                .html("\" dir=\"")
                .text(tongue.direction())
                .html("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,"
                        + " initial-scale=1\"><meta name=\"robots\" content=\"noindex\"><title>")
                .text(title)
                .html("</title><link rel=\"stylesheet\" href=\"")
                .text(root + "style.css")
                .html("\"></head><body><main>");
    }

    private static String ended(Markup page) {
        return page.html("</main></body></html>\n").toString();
    }
}
