package io.quittance.http.paymentlink;

import io.quittance.domain.paymentlink.LinkUrls;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.UpstreamLinkId;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonFault;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Oddities;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.UpstreamEnvelope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What upstream answers to any of the three calls about a link.
 *
 * @param code {@code APPLY_SUCCESS}, or why not
 * @param request the id that it answers, where it says so
 * @param odd which fields made no sense and decide nothing
 */
public record LinkAnswerWire(
        String code,
        String msg,
        Optional<MerchantLinkId> request,
        Optional<UpstreamLinkId> number,
        LinkUrls urls,
        PaymentLink.Terms terms,
        Optional<Instant> expiresAt,
        boolean expired,
        List<String> odd) {
    private static final LinkUrls NONE = new LinkUrls("", "");

    /**
     * The code of an error counts even if its data makes no sense to us; an acceptance must say where the link is paid.
     */
    public static LinkAnswerWire read(Bytes body) throws JsonFault, Refusal {
        UpstreamEnvelope answer = UpstreamEnvelope.read(body);
        Fields envelope = answer.fields();
        if (!answer.accepts()) {
            return new LinkAnswerWire(
                    answer.code(),
                    answer.msg(),
                    Optional.empty(),
                    Optional.empty(),
                    NONE,
                    PaymentLink.Terms.UNSAID,
                    Optional.empty(),
                    false,
                    List.of());
        }
        Fields data = envelope.object("data");
        data.words("linkUrl", LinkUrls.MAX_CHARACTERS);
        Oddities odd = new Oddities();
        LinkReading link = LinkReading.of(data, odd);
        return new LinkAnswerWire(
                answer.code(),
                answer.msg(),
                Optional.of(link.request()),
                link.number(),
                link.urls(),
                link.terms(),
                link.expiresAt(),
                link.expired(),
                odd.notes());
    }
}
