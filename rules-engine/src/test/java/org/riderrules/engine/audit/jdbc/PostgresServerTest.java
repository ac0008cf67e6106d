package org.riderrules.engine.audit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The server that the tests of this package rest on. */
class PostgresServerTest {

    @Test
    void It_is_a_real_server_and_a_crash_loses_nothing_that_was_committed() throws Exception {
        PostgresServer server = PostgresServer.shared();
        DataSource database = server.newDatabase();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
            statement.execute("create table seen (n int)");
            statement.execute("insert into seen values (7)");
        }
        server.crash();
        server.start();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet seen = statement.executeQuery("select n from seen")) {
            assertThat(seen.next()).isTrue();
            assertThat(seen.getInt(1)).isEqualTo(7);
        }
    }
}
