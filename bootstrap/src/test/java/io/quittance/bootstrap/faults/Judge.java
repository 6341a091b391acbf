package io.quittance.bootstrap.faults;

import io.quittance.bootstrap.endtoend.Rsa;
import io.quittance.bootstrap.faults.Ledger.Arrived;
import io.quittance.bootstrap.faults.Ledger.Asked;
import io.quittance.bootstrap.faults.Ledger.News;
import io.quittance.bootstrap.faults.Order.Kind;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Says what is wrong, by what the outside saw and what the tables hold. Nothing of the product is asked. */
final class Judge {
    private final Ledger ledger;
    private final IntFunction<Order> orders;
    private final int begun;
    private final PublicKey gateway;

    /** @param begun how many orders there are */
    Judge(Ledger ledger, IntFunction<Order> orders, int begun, PublicKey gateway) {
        this.ledger = ledger;
        this.orders = orders;
        this.begun = begun;
        this.gateway = gateway;
    }

    /** All that the outside can tell; empty once nothing is wrong, or not yet as it will be. */
    List<String> outside() {
        List<String> faults = new ArrayList<>(ledger.faults);
        Map<Integer, Evidence> evidence = evidence();
        for (int number = 0; number < begun; number++) {
            Evidence about = evidence.get(number);
            if (!ledger.accepted.containsKey(number)) {
                faults.add(about.order().id() + ": never accepted");
            }
            faults.addAll(new Verdict(about).outside());
        }
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
        evidence().values().forEach(about -> faults.addAll(new Verdict(about).inside(tables)));
        return faults;
    }

    /** What every message that arrived must be, whatever it is about. */
    List<String> messages() {
        List<String> faults = new ArrayList<>();
        Map<String, byte[]> bodies = new HashMap<>();
        for (Arrived arrived : ledger.arrivals()) {
            String what = arrived.about() + " " + arrived.result();
            if (!Rsa.verify(gateway, arrived.body(), arrived.sign())) {
                faults.add(what + ": told with a signature that does not verify");
            }
            byte[] earlier = bodies.putIfAbsent(what, arrived.body());
            if (earlier != null && !Arrays.equals(earlier, arrived.body())) {
                faults.add(what + ": told again in other bytes");
            }
            if (!arrived.about().startsWith("F") || Order.numberIn(arrived.about()) >= begun) {
                faults.add(what + ": told, and nobody asked for it");
            } else if (orders.apply(Order.numberIn(arrived.about())).shop() != arrived.shop()) {
                faults.add(what + ": told to another merchant");
            }
        }
        return faults;
    }

    private Map<Integer, Evidence> evidence() {
        Map<Integer, List<News>> news = ledger.news.stream().collect(Collectors.groupingBy(News::order));
        Map<Integer, List<Asked>> asked = ledger.asked.stream().collect(Collectors.groupingBy(Asked::order));
        Map<String, List<Arrived>> arrived = ledger.arrivals().stream().collect(Collectors.groupingBy(Arrived::about));
        Map<Integer, Evidence> all = new HashMap<>();
        for (int number = 0; number < begun; number++) {
            Order order = orders.apply(number);
            all.put(
                    number,
                    new Evidence(
                            order,
                            ledger.accepted.getOrDefault(number, ""),
                            ledger.sent.containsKey(number)
                                    ? ledger.sent.get(number).get()
                                    : 0,
                            asked.getOrDefault(number, List.of()),
                            news.getOrDefault(number, List.of()),
                            arrived.getOrDefault(order.id(), List.of())));
        }
        return all;
    }

    /** What is known of one order. @param arrived in the order in which it arrived */
    record Evidence(Order order, String number, int sent, List<Asked> asked, List<News> news, List<Arrived> arrived) {
        boolean is(Kind kind) {
            return order.kind() == kind;
        }
    }
}
