package io.quittance.http.payermax;

import io.quittance.application.account.Holder;
import io.quittance.application.paymentlink.LinkAcquirer;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonFault;
import io.quittance.http.payermax.PayerMaxCall.Reading;
import io.quittance.http.paymentlink.CreateLinkWire;
import io.quittance.http.paymentlink.ExpireLinkWire;
import io.quittance.http.paymentlink.LinkAnswerWire;
import io.quittance.http.paymentlink.QueryLinkWire;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.WireCode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Asks PayerMax about links, pages "createPaybylink", "queryPaybylink" and "expirePaybylink". */
public final class PayerMaxLinkAcquirer implements LinkAcquirer {
    private final PayerMaxCall call;
    private final String callback;

    /** @param callback where PayerMax is to tell who paid, without our app id behind it */
    public PayerMaxLinkAcquirer(PayerMaxCall call, URI callback) {
        this.call = call;
        this.callback = callback.toString();
    }

    @Override
    public Answer<Said> create(Holder holder, PaymentLink link) {
        String app = URLEncoder.encode(holder.merchant().app().value(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        URI notifyUrl = URI.create(callback + "/" + app);
        Answer<Said> answer = call.ask(
                holder.account(),
                CreateLinkWire.API,
                data -> CreateLinkWire.write(data, link, notifyUrl),
                body -> reading(body, link));
        return meaning(answer, WireCode.ORDER_REPEAT, new Said.HadAlready());
    }

    @Override
    public Answer<Said> find(Holder holder, PaymentLink link) {
        Answer<Said> answer = call.ask(
                holder.account(),
                QueryLinkWire.API,
                data -> QueryLinkWire.write(data, link),
                body -> reading(body, link));
        return meaning(answer, WireCode.ORDER_NOT_EXIST, new Said.HasNot());
    }

    @Override
    public Answer<Said> expire(Holder holder, PaymentLink link) {
        return call.ask(
                holder.account(),
                ExpireLinkWire.API,
                data -> ExpireLinkWire.write(data, link),
                body -> reading(body, link));
    }

    private static Reading<Said> reading(Bytes body, PaymentLink link) throws JsonFault, Refusal {
        LinkAnswerWire answer = LinkAnswerWire.read(body);
        boolean another =
                answer.request().filter(other -> !other.equals(link.request())).isPresent();
        Said said = new Said.Has(
                answer.number(), answer.urls(), answer.expiresAt(), answer.terms(), answer.expired(), answer.odd());
        return new Reading<>(answer.code(), answer.msg(), another, said);
    }

    /** One code says something of the link and not of our request. */
    private static Answer<Said> meaning(Answer<Said> answer, WireCode code, Said said) {
        return answer instanceof Answer.Refused<Said>(var exchange, var why)
                        && why.code().equals(code.name())
                ? new Answer.Taken<>(exchange, said)
                : answer;
    }
}
