package io.quittance.bootstrap.management;

import io.quittance.bootstrap.management.Audits.Span;
import io.quittance.bootstrap.management.Repairs.By;
import io.quittance.bootstrap.management.Repairs.Done;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.Bytes;

/** Persons in the stories of orders, as the command line and the management API speak of them. */
public interface Persons {
    /**
     * {@code {"orders":[{"kind","number"}],"rows":n,"unreadable":n,"behind":...}}: the orders of a part in whose stories a field
     * is that value; {@code behind} is where the next part begins, null where there is none.
     *
     * @throws Trouble if the part cannot be asked for so, or the value is empty or too long
     */
    Bytes find(Span span, String value);

    /** Removes what an order holds of persons. @throws Trouble if that cannot be; nothing is changed then */
    Done forget(By by);
}
