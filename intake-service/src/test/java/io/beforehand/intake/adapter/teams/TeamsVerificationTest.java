package io.beforehand.intake.adapter.teams;

import static io.beforehand.intake.adapter.Calls.NOW;
import static io.beforehand.intake.adapter.Calls.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Calls;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.InvalidKeysException;
import io.beforehand.intake.adapter.RemoteKey;
import io.beforehand.intake.adapter.TokenIssuer;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.Verification.Cause;
import io.beforehand.intake.adapter.signature.Hmac;
import java.util.Base64;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsVerificationTest {

    private static final String SERVICE = "https://smba.trafficmanager.net/amer/";
    private static final long NOW_SECONDS = NOW.getEpochSecond();
    private static final TokenIssuer MICROSOFT = new TokenIssuer("kid-1");
    private static final TokenIssuer FORGER = new TokenIssuer("kid-1");

    private final TeamsAdapter teams = new TeamsAdapter();

    @ParameterizedTest
    @CsvSource({
        "https://api.botframework.com, app-1, 0, 3600, '', VALID",
        "https://api.botframework.com, app-1, -3600, -299, '', VALID",
        "https://api.botframework.com, app-1, -3600, -301, '', OUTSIDE_WINDOW",
        "https://api.botframework.com, app-1, 299, 3600, '', VALID",
        "https://api.botframework.com, app-1, 301, 3600, '', OUTSIDE_WINDOW",
        "https://api.botframework.com, app-2, 0, 3600, '', SIGNATURE_INVALID",
        "https://login.example.net, app-1, 0, 3600, '', SIGNATURE_INVALID",
        "https://api.botframework.com, app-1, 0, 3600, https://smba.trafficmanager.net/emea/, SIGNATURE_INVALID"
    })
    void aTokenSaysByWhomForWhomUntilWhenAndWhereAnswersGo(
            String issuer, String audience, long notBefore, long expires, String service, String expected) {
        // Given
        String token = MICROSOFT.sign(claims(
                issuer,
                audience,
                NOW_SECONDS + notBefore,
                NOW_SECONDS + expires,
                service.isEmpty() ? SERVICE : service));

        // When
        Verification verification = teams.verify(bearing(token, SERVICE), bot(MICROSOFT.keys()), NOW);

        // Then
        assertThat(verification)
                .isEqualTo(
                        expected.equals("VALID")
                                ? Verification.VOUCHED
                                : new Verification.Refused(Cause.valueOf(expected)));
    }

    @Test
    void forgedTokensAreRefused() {
        String claims = good(SERVICE);
        Delivery byForger = bearing(FORGER.sign(claims), SERVICE);
        Delivery unsigned = bearing(MICROSOFT.sign(claims, "none", null), SERVICE);
        Delivery confused = bearing(
                MICROSOFT.sign(claims, "HS256", new SecretKeySpec(MICROSOFT.publicBytes(), "HmacSHA256")), SERVICE);
        for (Delivery forged : List.of(byForger, unsigned, confused)) {
            Calls.refused(teams.verify(forged, bot(MICROSOFT.keys()), NOW), Cause.SIGNATURE_INVALID);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "Bearer x", "Bearer a.b.c", "Bearer eyJhbGciOiJSUzI1NiJ9..", "Bearer ....."})
    void garbageIsRefused(String authorization) {
        Delivery delivery = post("", activity(SERVICE), "Authorization", authorization);
        Calls.refused(teams.verify(delivery, bot(MICROSOFT.keys()), NOW), Cause.SIGNATURE_INVALID);
    }

    @Test
    void whatShowsNothingOrSaysNothingIsRefused() {
        Calls.refused(teams.verify(post("", activity(SERVICE)), bot(MICROSOFT.keys()), NOW), Cause.SIGNATURE_MISSING);
        Calls.refused(
                teams.verify(post("", "no JSON", "Authorization", "Bearer x"), bot(MICROSOFT.keys()), NOW),
                Cause.SIGNATURE_INVALID);
        String withoutService = MICROSOFT.sign(good(SERVICE).replace("serviceurl", "other"));
        Calls.refused(
                teams.verify(bearing(withoutService, SERVICE), bot(MICROSOFT.keys()), NOW), Cause.SIGNATURE_INVALID);
    }

    @ParameterizedTest
    @CsvSource({
        "https://smba.trafficmanager.net/de/, true",
        "https://smba.infra.gcc.teams.microsoft.com/teams/, true",
        "https://webchat.botframework.com/, true",
        "http://smba.trafficmanager.net/de/, false",
        "https://evil.trafficmanager.net/, false",
        "https://smba.trafficmanager.net.example.net/, false",
        "https://smba.trafficmanager.net@example.net/, false",
        "https://smba.trafficmanager.net:8443/, false",
        "https://notbotframework.com/, false"
    })
    void answersGoToMicrosoftOnlyWhateverATokenSays(String service, boolean microsofts) {
        // When
        Verification verification =
                teams.verify(bearing(MICROSOFT.sign(good(service)), service), bot(MICROSOFT.keys()), NOW);

        // Then
        assertThat(verification instanceof Verification.Valid).isEqualTo(microsofts);
    }

    @Test
    void aKeyVouchesForTheChannelsThatItIsEndorsedFor() {
        Delivery delivery = bearing(MICROSOFT.sign(good(SERVICE)), SERVICE);
        String endorsed = MICROSOFT.keys("endorsements", List.of("slack", "msteams"));
        String notEndorsed = MICROSOFT.keys("endorsements", List.of("slack"));
        assertThat(teams.verify(delivery, bot(endorsed), NOW)).isEqualTo(Verification.VOUCHED);
        Calls.refused(teams.verify(delivery, bot(notEndorsed), NOW), Cause.SIGNATURE_INVALID);
    }

    @Test
    void keysAreFetchedUnlessTheAccountHasThem() {
        // Given
        Delivery delivery = bearing(MICROSOFT.sign(good(SERVICE)), SERVICE);

        // Then
        assertThat(teams.remoteKey(delivery, bot(null)))
                .contains(new RemoteKey("https://login.botframework.com/v1/.well-known/keys"));
        assertThat(teams.remoteKey(delivery, bot("https://login.botframework.azure.us/keys")))
                .contains(new RemoteKey("https://login.botframework.azure.us/keys"));
        assertThat(teams.remoteKey(delivery, bot(MICROSOFT.keys()))).isEmpty();
        assertThat(teams.verify(delivery, bot(null).with(MICROSOFT.keys()), NOW))
                .isEqualTo(Verification.VOUCHED);
        Calls.refused(teams.verify(delivery, bot(null), NOW), Cause.SIGNATURE_INVALID);
        Calls.refused(teams.verify(delivery, bot(null).with("no JSON"), NOW), Cause.SIGNATURE_INVALID);
    }

    @Test
    void anOutgoingWebhookSignsItsBodyWithOneOfItsTokens() {
        // Given
        String token = Base64.getEncoder().encodeToString(Hmac.bytes("the key of the webhook"));
        AccountKeys keys = AccountKeys.of(List.of("bmV4dCBrZXk=", token));
        String signature = Base64.getEncoder()
                .encodeToString(Hmac.sha256(Hmac.bytes(activity(SERVICE))).under(Hmac.bytes("the key of the webhook")));

        // Then
        assertThat(teams.verify(post("", activity(SERVICE), "Authorization", "HMAC " + signature), keys, NOW))
                .isEqualTo(Verification.SIGNED);
        for (String shown : List.of("HMAC ", "HMAC ###", "Bearer " + signature, "hmac", signature)) {
            Calls.refused(
                    teams.verify(post("", activity(SERVICE), "Authorization", shown), keys, NOW),
                    Cause.SIGNATURE_INVALID);
        }
        Calls.refused(teams.verify(post("", activity(SERVICE)), keys, NOW), Cause.SIGNATURE_MISSING);
        // A bot's account is not opened by a webhook's signature, even if a secret of the kind lies in it.
        AccountKeys bot = new AccountKeys(List.of(token), null, null, null, null, null, null, "app-1", null, null);
        Calls.refused(
                teams.verify(post("", activity(SERVICE), "Authorization", "HMAC " + signature), bot, NOW),
                Cause.SIGNATURE_MISSING);
    }

    @Test
    void anAccountThatCouldVerifyNothingIsRefused() {
        assertThatThrownBy(() -> teams.check(AccountKeys.of(List.of("not Base64!"))))
                .isInstanceOf(InvalidKeysException.class);
        assertThatThrownBy(() -> teams.check(AccountKeys.NONE)).isInstanceOf(InvalidKeysException.class);
        assertThatThrownBy(() -> teams.check(bot("http://example.net/keys"))).isInstanceOf(InvalidKeysException.class);
        assertThatThrownBy(() -> teams.check(bot("{}"))).isInstanceOf(InvalidKeysException.class);
        teams.check(bot(MICROSOFT.keys()));
        teams.check(bot(null));
    }

    private static AccountKeys bot(@Nullable String jwks) {
        return new AccountKeys(List.of(), null, null, null, null, null, jwks, "app-1", null, null);
    }

    private static Delivery bearing(String token, String service) {
        return post("", activity(service), "Authorization", "Bearer " + token);
    }

    private static String activity(String service) {
        return "{\"type\": \"message\", \"channelId\": \"msteams\", \"serviceUrl\": \"" + service + "\"}";
    }

    private static String good(String service) {
        return claims("https://api.botframework.com", "app-1", NOW_SECONDS, NOW_SECONDS + 3600, service);
    }

    private static String claims(String issuer, String audience, long notBefore, long expires, String service) {
        return """
                {"iss": "%s", "aud": "%s", "nbf": %d, "exp": %d, "serviceurl": "%s"}""".formatted(issuer, audience, notBefore, expires, service);
    }
}
