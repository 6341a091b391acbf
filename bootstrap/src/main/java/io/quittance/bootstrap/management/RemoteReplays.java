package io.quittance.bootstrap.management;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The replays of a running service, over its management port: it is that service's build that decides anew. */
public final class RemoteReplays implements Replays {
    private final ManagementCall service;

    public RemoteReplays(ManagementCall service) {
        this.service = service;
    }

    @Override
    public List<String> kinds() {
        byte[] answer = service.send("GET", ReplayController.PATH + ReplayController.KINDS);
        return ManagementJson.items(ManagementJson.object(answer), "kinds").stream()
                .map(one -> ManagementJson.text(one, "kind"))
                .toList();
    }

    @Override
    public Page replay(Wish wish) {
        Map<String, String> asked = new HashMap<>(
                Map.of("kind", wish.kind(), "since", wish.since(), "limit", Integer.toString(wish.limit())));
        wish.behind().ifPresent(number -> asked.put("behind", number));
        return ReplayJson.read(service.send("GET", ManagementCall.asking(ReplayController.PATH, asked)));
    }
}
