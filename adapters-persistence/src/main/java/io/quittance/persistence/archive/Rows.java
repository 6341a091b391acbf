package io.quittance.persistence.archive;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Takes in tables row by row. A value is null, a Long, a String, a byte[], a BigDecimal or a LocalDateTime in UTC. */
interface Rows {
    /** What follows are rows of that table. */
    void table(String name, List<String> columns) throws IOException, SQLException;

    void row(Object[] values) throws IOException, SQLException;

    /** There are no more. */
    void end() throws IOException, SQLException;
}
