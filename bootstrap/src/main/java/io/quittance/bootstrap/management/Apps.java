package io.quittance.bootstrap.management;

import io.quittance.bootstrap.trouble.Trouble;
import java.util.List;

/** The registered apps, as the command line and the management API speak of them. */
public interface Apps {
    /** @throws Trouble if something in the form is wrong, or the app is registered already */
    AppCard add(AppForm form);

    /** All of them, by app id. */
    List<AppCard> list();

    /** With what was changed at it; one that was removed, if nobody goes by that id now. @throws Trouble if there is no such app */
    AppCard show(String appId);

    /**
     * Changes what differs, effective within a second on all instances; what is owed already keeps its bytes. An address that is
     * given is told what is parked, whether it is another one or not.
     *
     * @throws Trouble naming what is wrong and what was expected; then nothing is changed
     */
    Changed change(String appId, AppChange change, ByWhom by);

    /**
     * Frees its app id and its accounts; its orders stay.
     *
     * @throws Trouble if there is no such app, or counting what is still open of it
     */
    Changed remove(String appId, ByWhom by);

    /** @param changed whether that changed anything */
    record Changed(boolean changed, AppCard app) {}
}
