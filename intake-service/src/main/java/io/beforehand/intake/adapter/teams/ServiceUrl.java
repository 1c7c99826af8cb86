package io.beforehand.intake.adapter.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.JsonBody;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Addresses of Microsoft's. Anybody can get a name under {@code trafficmanager.net}, so there only the one counts. */
final class ServiceUrl {

    private static final Set<String> HOSTS = Set.of("smba.trafficmanager.net", "smba.trafficmanager.us");
    private static final Set<String> DOMAINS =
            Set.of("botframework.com", "botframework.us", "teams.microsoft.com", "teams.microsoft.us");
    private static final Set<String> FILES = Set.of("sharepoint.com", "sharepoint.us");

    private ServiceUrl() {}

    static boolean isMicrosofts(JsonNode activity) {
        String url = JsonBody.text(activity.path("serviceUrl"));
        return url != null && isOf(url, DOMAINS);
    }

    /** Where an activity can be answered. */
    static @Nullable String answersTo(JsonNode activity, String conversation) {
        String url = JsonBody.text(activity.path("serviceUrl"));
        return url == null
                ? null
                : (url.endsWith("/") ? url : url + "/") + "v3/conversations/"
                        + URLEncoder.encode(conversation, StandardCharsets.UTF_8) + "/activities";
    }

    /** The address of a file; null if it is nowhere that Teams keeps files. */
    static @Nullable String file(JsonNode address) {
        String url = JsonBody.text(address);
        return url != null && (isOf(url, FILES) || isOf(url, DOMAINS)) ? url : null;
    }

    private static boolean isOf(String url, Set<String> domains) {
        try {
            URI address = URI.create(url);
            String host = address.getHost();
            return "https".equals(address.getScheme())
                    && host != null
                    && address.getUserInfo() == null
                    && address.getPort() == -1
                    && (HOSTS.contains(host)
                            || domains.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain)));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
