package io.quittance.bootstrap.management;

import io.quittance.bootstrap.trouble.Trouble;
import java.util.List;

/** The registered apps, as the command line and the management API speak of them. */
public interface Apps {
    /** @throws Trouble if something in the form is wrong, or the app is registered already */
    AppCard add(AppForm form);

    /** All of them, by app id. */
    List<AppCard> list();

    /** @throws Trouble if there is no such app */
    AppCard show(String appId);

    /** @throws Trouble if there is no such app */
    AppCard enable(String appId, boolean enabled);

    /** @throws Trouble if there is no such app, or the address is none */
    AppCard setNotifyUrl(String appId, String notifyUrl);
}
