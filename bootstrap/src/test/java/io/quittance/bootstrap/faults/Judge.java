package io.quittance.bootstrap.faults;

import io.quittance.bootstrap.faults.Ledger.Arrived;
import io.quittance.bootstrap.faults.Ledger.Asked;
import io.quittance.bootstrap.faults.Ledger.News;
import io.quittance.bootstrap.faults.Ledger.Reply;
import io.quittance.bootstrap.faults.Order.Kind;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what is wrong, by what the outside saw and what the tables hold. Nothing of the product is asked. */
final class Judge {
    private final Ledger ledger;
    private final Orders orders;
    private final int begun;
    private final PublicKey gateway;

    /** @param begun how many orders there are */
    Judge(Ledger ledger, Orders orders, int begun, PublicKey gateway) {
        this.ledger = ledger;
        this.orders = orders;
        this.begun = begun;
        this.gateway = gateway;
    }

    /** All that the outside can tell; empty once nothing is wrong, or not yet as it will be. */
    List<String> outside() {
        List<String> faults = new ArrayList<>(ledger.faults);
        Map<String, Evidence> all = evidence();
        all.values().forEach(about -> faults.addAll(new Verdict(about).outside()));
        races(all).forEach(race -> faults.addAll(race.outside()));
        return faults;
    }

    /** What is still owed: the run is not at its end before this is empty. */
    List<String> owed() {
        return evidence().values().stream()
                .flatMap(about -> new Verdict(about).owed().stream())
                .toList();
    }

    /** All that the tables tell beside. */
    List<String> inside(Tables tables) {
        List<String> faults = new ArrayList<>(tables.stuck());
        Map<String, Evidence> all = evidence();
        all.values().forEach(about -> faults.addAll(new Verdict(about).inside(tables)));
        races(all).forEach(race -> faults.addAll(race.inside(tables)));
        tables.holds().values().forEach(hold -> faults.addAll(hold.wrong()));
        neverAuthorized(all)
                .map(tables.holds()::get)
                .filter(hold -> hold != null && hold.known())
                .forEach(hold -> faults.add(hold.order() + ": something is held of it, and it was never authorized"));
        tables.orders()
                .forEach((kind, rows) -> rows.keySet().stream()
                        .filter(id -> !all.containsKey(id) || !all.get(id).is(kind))
                        .forEach(id -> faults.add(id + " (" + kind + "): is there, and nobody asked for it")));
        return faults;
    }

    /** What every message that arrived must be, whatever it is about. */
    List<String> messages() {
        return new Messages(gateway, evidence()).wrong(ledger.arrivals());
    }

    private Map<String, Evidence> evidence() {
        Map<Integer, List<News>> news = ledger.news.stream().collect(Collectors.groupingBy(News::order));
        Map<Integer, List<Asked>> asked = ledger.asked.stream().collect(Collectors.groupingBy(Asked::order));
        Map<String, List<Arrived>> arrived = ledger.arrivals().stream().collect(Collectors.groupingBy(Arrived::about));
        Map<String, Evidence> all = new LinkedHashMap<>();
        for (Order order : orders.begun(begun)) {
            int number = order.number();
            all.put(
                    order.id(),
                    new Evidence(
                            order,
                            ledger.answered.getOrDefault(number, Reply.NONE),
                            ledger.sent.containsKey(number)
                                    ? ledger.sent.get(number).get()
                                    : 0,
                            asked.getOrDefault(number, List.of()),
                            news.getOrDefault(number, List.of()),
                            arrived.getOrDefault(order.id(), List.of())));
        }
        return all;
    }

    private Stream<RaceVerdict> races(Map<String, Evidence> all) {
        return all.values().stream()
                .flatMap(about -> orders.race(about.order()).stream())
                .map(race -> new RaceVerdict(race, all));
    }

    /** Sales, what was declined, and what was collected without that anybody told of an authorization. */
    private Stream<String> neverAuthorized(Map<String, Evidence> all) {
        Set<String> authorized = all.values().stream()
                .map(Evidence::order)
                .filter(order -> orders.race(order).isPresent())
                .map(order -> order.id().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return all.values().stream()
                .map(about -> about.order().outTradeNo().toLowerCase(Locale.ROOT))
                .filter(order -> !authorized.contains(order))
                .distinct();
    }

    /**
     * What is known of one order.
     *
     * @param sent how often it was asked for
     * @param arrived in the order in which it arrived
     */
    record Evidence(Order order, Reply reply, int sent, List<Asked> asked, List<News> news, List<Arrived> arrived) {
        boolean is(Kind kind) {
            return order.kind() == kind;
        }

        /** Under which number it was accepted; empty if it was not. */
        String number() {
            return reply.number();
        }
    }
}
