package io.quittance.bootstrap.management;

import io.quittance.domain.text.Bytes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of a running service, over its management port. */
public final class RemoteKeys implements Keys {
    private final ManagementCall service;

    public RemoteKeys(ManagementCall service) {
        this.service = service;
    }

    @Override
    public List<KeyCard> list(Optional<String> kind, Optional<String> name) {
        Map<String, String> asked = new HashMap<>();
        kind.ifPresent(one -> asked.put("kind", one));
        name.ifPresent(one -> asked.put("name", one));
        return KeysWire.cards(service.send("GET", ManagementCall.asking(KeysController.PATH, asked)));
    }

    @Override
    public Outcome add(Whose whose, NewKey key, ByWhom by) {
        return changed(KeysController.ADDED, KeysWire.write(whose, key, by));
    }

    @Override
    public Outcome retire(Whose whose, String id, String until, ByWhom by) {
        return changed(KeysController.RETIRED, KeysWire.retire(whose, id, until, by));
    }

    @Override
    public Outcome retire(Whose whose, String id, ByWhom by) {
        return changed(KeysController.RETIRED, KeysWire.alone(whose, id, by));
    }

    @Override
    public Outcome move(Whose whose, String id, String text, ByWhom by) {
        return changed(KeysController.MOVED, KeysWire.move(whose, id, text, by));
    }

    @Override
    public Outcome revoke(Whose whose, String id, ByWhom by) {
        return changed(KeysController.REVOKED, KeysWire.alone(whose, id, by));
    }

    private Outcome changed(String what, Bytes wish) {
        return KeysWire.outcome(service.send("POST", KeysController.PATH + what, wish));
    }
}
