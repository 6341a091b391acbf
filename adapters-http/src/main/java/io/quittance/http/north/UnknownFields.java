package io.quittance.http.north;

import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.ProtocolText;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once of each app and field that no page has it; an app that makes names up does not fill the memory or the log. */
final class UnknownFields {
    private static final int MOST = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(UnknownFields.class);

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** @param paths of the fields, without what stands in them */
    void tell(Merchant caller, String api, List<String> paths) {
        for (String path : paths) {
            if (told.size() < MOST && told.add(caller.app() + " " + api + " " + path)) {
                LOG.warn("{} sends a field to {} that no page has: {}", caller.app(), api, ProtocolText.excerpt(path));
            }
        }
    }
}
