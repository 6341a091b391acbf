package io.quittance.application.paymentlink;

import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.paymentlink.LinkId;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.PaymentLink;
import java.util.Comparator;
import java.util.Optional;

/** The twin of the links' tables. */
public final class InMemoryPaymentLinks implements PaymentLinks {
    private final Memory memory;
    private final Rows<String, PaymentLink> links;
    private final Rows<Asked, LinkId> ids;

    private record Asked(long merchant, String request) {
        static Asked of(MerchantId merchant, MerchantLinkId request) {
            return new Asked(merchant.value(), request.value());
        }
    }

    public InMemoryPaymentLinks(Memory memory) {
        this.memory = memory;
        links = Rows.of(memory);
        ids = new Rows<>(memory, Comparator.comparing(Asked::merchant).thenComparing(Asked::request));
    }

    @Override
    public Added add(PaymentLink link) {
        return memory.within(() -> {
            Optional<PaymentLink> earlier = find(link.merchant(), link.request());
            if (earlier.isPresent()) {
                return new Added.Known(earlier.get());
            }
            if (find(link.id()).isPresent()) {
                return new Added.IdTaken();
            }
            links.put(link.id().value(), link);
            ids.put(Asked.of(link.merchant(), link.request()), link.id());
            return new Added.New();
        });
    }

    @Override
    public Optional<PaymentLink> find(MerchantId merchant, MerchantLinkId request) {
        return memory.read(() -> ids.get(Asked.of(merchant, request)).flatMap(this::find));
    }

    @Override
    public Optional<PaymentLink> find(LinkId id) {
        return memory.read(() -> links.get(id.value()));
    }

    @Override
    public Optional<PaymentLink> lock(MerchantId merchant, MerchantLinkId request) {
        return memory.within(() -> find(merchant, request));
    }

    @Override
    public Optional<PaymentLink> lock(LinkId id) {
        return memory.within(() -> find(id));
    }

    @Override
    public void replace(PaymentLink next) {
        memory.within(() -> {
            find(next.id()).orElseThrow(() -> new IllegalStateException("there is no link " + next.id()));
            links.put(next.id().value(), next);
            return next;
        });
    }
}
