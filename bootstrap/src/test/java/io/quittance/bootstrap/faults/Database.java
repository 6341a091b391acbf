package io.quittance.bootstrap.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The one database of a run. */
interface Database extends AutoCloseable {
    String name();

    /** Where its servers listen; none if it is no server. */
    List<Integer> ports();

    /** What an instance is given. @param ports where it finds the servers, by way of its lines */
    String url(List<Integer> ports);

    /** For the judge: past all lines. */
    Connection open() throws SQLException;

    /** What can befall it as a whole. */
    List<Misfortune> misfortunes();

    /** What cannot be had here, in words for the report. */
    default List<String> misses() {
        return List.of();
    }

    /** Whatever befell it is over. */
    void heal() throws Exception;

    @Override
    default void close() {}
}
