package io.beforehand.benchmarks.reports;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Made-up verdicts: the last {@value #DAYS} days of an organisation, in the order in which they were decided. */
final class VerdictFiller {
    static final int DAYS = 90;
    static final int TEAMS = 12;
    static final int AGENTS = 200;

    private static final String SEED = "SELECT setseed(0.42)";

    /** Times are spread as those of people are: most short, some very long. One in twelve was broken, a tenth of those is not done. */
    private static final String FILL = """
            INSERT INTO verdict (at, took_millis, cycle, met, request_id, metric, policy, channel, priority, team, agent)
            SELECT beforehand_now() - interval '%2$d days' * (1 - n::float8 / %1$d),
                   CASE WHEN broken < 0.992 THEN round(60000 * exp(2.0 * sqrt(-2 * ln(1 - a)) * cos(6.283185307 * b)))::bigint END,
                   1, broken < 0.917, gen_random_uuid()::text,
                   (ARRAY['acknowledgement', 'assignment', 'first-response', 'next-response', 'update', 'resolution'])
                       [1 + floor(random() * 6)::int],
                   (ARRAY['urgent', 'high', 'standard', 'vip', 'voice', 'supplier'])[1 + floor(random() * 6)::int],
                   (ARRAY['voice', 'chat', 'email', 'sms', 'social', 'app', 'web'])[1 + floor(random() * 7)::int],
                   (ARRAY['urgent', 'high', 'standard'])[1 + floor(random() * 3)::int],
                   'team-' || agent %% %3$d, 'agent-' || agent
              FROM (SELECT n, random() AS a, random() AS b, random() AS broken, floor(random() * %4$d)::int AS agent
                      FROM generate_series(1, %1$d) AS n) AS made_up""";

    private static final String SIZE = """
            SELECT pg_size_pretty(pg_relation_size('verdict')), pg_size_pretty(pg_indexes_size('verdict'))""";

    private final Connection database;

    VerdictFiller(Connection database) {
        this.database = database;
    }

    void fill(int verdicts) throws SQLException {
        try (Statement sql = database.createStatement()) {
            sql.execute(SEED);
            sql.execute(FILL.formatted(verdicts, DAYS, TEAMS, AGENTS));
            sql.execute("VACUUM ANALYZE verdict");
        }
    }

    /** How large that is, for people. */
    String size() throws SQLException {
        try (Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery(SIZE)) {
            row.next();
            return row.getString(1) + " and " + row.getString(2) + " of indexes";
        }
    }
}
