package io.quittance.bootstrap.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The figures of a fault run")
class TallyTest {
    @Test
    void are_one_line_of_the_table() {
        Ledger ledger = new Ledger();
        ledger.count("fault: kill", 3);
        ledger.count("fault: pause", 2);
        ledger.count("fault: group: primary killed", 1);
        ledger.count("fault: line to the database: cut", 7);
        ledger.count("fault: database: read-only", 4);
        ledger.count("misdeed of upstream: BREAKS_OFF", 5);
        ledger.count("misdeed of a receiver: HANGS", 1);
        ledger.count("could not be done: kill", 9);

        Tally tally = Tally.of(new Tally.Run("MySQL 9, a group", 3, 42), 150, ledger, 0);

        assertEquals("| MySQL 9, a group, 3 | 42 | 150 | 3 | 2 | 11 | 1 | 6 | 0 |", tally.row());
    }
}
