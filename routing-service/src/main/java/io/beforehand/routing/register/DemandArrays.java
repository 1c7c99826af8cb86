package io.beforehand.routing.register;

import io.beforehand.routing.request.Demand;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;

/** Demands as arrays for one {@code unnest}: category, team, language, channel. */
public final class DemandArrays {

    private DemandArrays() {}

    public static Tuple of(List<Demand> demands) {
        return Tuple.tuple()
                .addArrayOfString(column(demands, Demand::category))
                .addArrayOfString(column(demands, Demand::team))
                .addArrayOfString(column(demands, Demand::language))
                .addArrayOfString(column(demands, demand -> demand.channel().wireName()));
    }

    private static String[] column(List<Demand> demands, Function<Demand, String> value) {
        return demands.stream().map(value).toArray(String[]::new);
    }
}
