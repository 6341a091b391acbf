package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.StoryPage;
import io.quittance.bootstrap.management.StoryPage.Order;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.ProtocolText;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The order that a command is about, by any of its numbers. */
final class NamedOrder {
    @Parameters(
            converter = Said.Number.class,
            paramLabel = "ID",
            description = "Any number of it: ours, the merchant's or upstream's.")
    private String id;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    /** All that are called so: one, if it is our number of it. @throws Trouble if none is */
    record Found(Bytes page, List<Order> orders) {
        Optional<Order> one() {
            return orders.size() == 1 ? Optional.of(orders.getFirst()) : Optional.empty();
        }
    }

    Found find() {
        return find(service, id);
    }

    ServiceAccess service() {
        return service;
    }

    /** @throws Trouble if none is called so */
    static Found find(ServiceAccess service, String id) {
        if (id.isBlank()) {
            throw new Trouble("The number of the order is empty (expected: ours, the merchant's or upstream's).");
        }
        Bytes page = service.stories(stories -> stories.named(id));
        List<Order> orders = StoryPage.orders(page);
        if (orders.isEmpty()) {
            throw new Trouble(
                    "No order is called " + ProtocolText.excerpt(id) + " by us, by a merchant or by upstream.");
        }
        return new Found(
                page,
                orders.stream()
                        .filter(order -> order.number().equals(id))
                        .findFirst()
                        .map(List::of)
                        .orElse(orders));
    }

    /** @throws Trouble also if there are several, as only one is meant */
    Order one() {
        return one(service, id);
    }

    /** @throws Trouble if none is called so, or several are */
    static Order one(ServiceAccess service, String id) {
        Found found = find(service, id);
        return found.one()
                .orElseThrow(() -> new Trouble(found.orders().size() + " orders are called "
                        + ProtocolText.excerpt(id) + " (expected: our number of one; see 'quittance order show "
                        + ProtocolText.excerpt(id) + "')."));
    }
}
