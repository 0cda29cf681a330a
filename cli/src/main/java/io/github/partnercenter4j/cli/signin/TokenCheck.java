package io.github.partnercenter4j.cli.signin;

import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.internal.environment.SignIn;
import io.github.partnercenter4j.client.internal.text.Guid;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks the claims of a token. The findings quote a claim only if it is a known name or a GUID. */
public final class TokenCheck {
    private static final String SIGN_IN = "sign in as a user, for example with 'pcorders login'";

    /** The application id of Partner Center, which is the audience of version 2.0 tokens. */
    private static final String PARTNER_CENTER = "fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd";

    private static final Map<String, String> OTHER_AUDIENCES = Map.of(
            "https://graph.microsoft.com", "Microsoft Graph",
            "00000003-0000-0000-c000-000000000000", "Microsoft Graph",
            "https://graph.windows.net", "Azure AD Graph",
            "00000002-0000-0000-c000-000000000000", "Azure AD Graph",
            "https://management.azure.com", "Azure Resource Manager",
            "https://management.core.windows.net", "Azure Resource Manager");

    /** The hosts of token issuers. Version 1.0 tokens have the same issuer in two clouds. */
    private static final Map<String, Set<Cloud>> ISSUERS = Map.of(
            "sts.windows.net", EnumSet.of(Cloud.PUBLIC, Cloud.US_GOVERNMENT),
            "login.microsoftonline.com", EnumSet.of(Cloud.PUBLIC),
            "login.microsoftonline.us", EnumSet.of(Cloud.US_GOVERNMENT),
            "sts.chinacloudapi.cn", EnumSet.of(Cloud.CHINA),
            "login.chinacloudapi.cn", EnumSet.of(Cloud.CHINA),
            "login.partner.microsoftonline.cn", EnumSet.of(Cloud.CHINA));

    private final TokenClaims claims;
    private final Cloud cloud;
    private final @Nullable String tenant;
    private final Instant now;

    /**
     * Creates a check.
     *
     * @param cloud the cloud that will be called
     * @param tenant the tenant of the sign-in, or null if it is not known
     */
    public TokenCheck(TokenClaims claims, Cloud cloud, @Nullable String tenant, Instant now) {
        this.claims = claims;
        this.cloud = cloud;
        this.tenant = tenant;
        this.now = now;
    }

    public List<Finding> findings() {
        return List.of(audience(), cloud(), expiry(), kind(), mfa(), tenant());
    }

    private Finding audience() {
        List<String> audiences = audiences();
        if (audiences.isEmpty()) {
            return Finding.unknown("audience", "the token does not say which service it is for", "");
        }
        if (!cloudsOfAudience().isEmpty()) {
            return Finding.ok("audience", "the token is for Partner Center");
        }
        String other = audiences.stream()
                .filter(OTHER_AUDIENCES::containsKey)
                .findFirst()
                .map(OTHER_AUDIENCES::get)
                .orElse("another service");
        return Finding.problem(
                "audience",
                "the token is for " + other + ", not for Partner Center",
                "Get a token for the scope " + cloud.scope() + ": " + SIGN_IN + ".");
    }

    private Finding cloud() {
        Set<Cloud> clouds = cloudsOfAudience();
        if (clouds.isEmpty()) {
            return Finding.unknown("cloud", "the audience does not say", "");
        }
        clouds.retainAll(ISSUERS.getOrDefault(issuer(), EnumSet.allOf(Cloud.class)));
        if (clouds.isEmpty()) {
            return Finding.unknown("cloud", "the audience and the issuer of the token belong to different clouds", "");
        }
        String names = clouds.stream().map(SignIn::name).collect(Collectors.joining(" or "));
        return clouds.contains(cloud)
                ? Finding.ok("cloud", names)
                : Finding.problem(
                        "cloud",
                        "the token is for " + names + ", but the call goes to " + SignIn.name(cloud),
                        "Set --cloud to the cloud of the token, or get a token for this cloud.");
    }

    private Finding expiry() {
        Instant begin = claims.instant("nbf");
        Instant end = claims.instant("exp");
        if (end == null) {
            return Finding.unknown("expiry", "the token does not say when it expires", "");
        }
        if (!now.isBefore(end)) {
            return Finding.problem(
                    "expiry",
                    "the token expired " + words(Duration.between(end, now)) + " ago",
                    "Get a new token. A sign-in with 'pcorders login' refreshes its token by itself.");
        }
        if (begin != null && now.isBefore(begin)) {
            return Finding.problem(
                    "expiry",
                    "the token is not valid until " + words(Duration.between(now, begin)) + " from now",
                    "Set the clock of this machine: a token is valid from the time it is issued.");
        }
        return Finding.ok("expiry", "the token expires in " + words(Duration.between(now, end)));
    }

    private Finding kind() {
        if (isForApplication()) {
            return Finding.problem(
                    "kind",
                    "the token is for an application (app-only), not for a user (App+User)",
                    "The service refuses app-only tokens. Get a token of a user with the role Admin agent: " + SIGN_IN
                            + ".");
        }
        return List.of(claims.text("scp").split(" ")).contains("user_impersonation")
                ? Finding.ok("kind", "App+User: the application acts on behalf of a user")
                : Finding.problem(
                        "kind",
                        "the token lacks the scope user_impersonation",
                        "Add the delegated permission user_impersonation of Partner Center to the application, consent to"
                                + " it, then sign in again.");
    }

    private Finding mfa() {
        if (isForApplication()) {
            return Finding.unknown("mfa", "not checked: no user signed in", "");
        }
        if (!claims.has("amr")) {
            return Finding.unknown("mfa", "the token does not say how the user signed in", "");
        }
        return claims.texts("amr").contains("mfa")
                ? Finding.ok("mfa", "the user signed in with multi-factor authentication")
                : Finding.problem(
                        "mfa",
                        "the user signed in without multi-factor authentication",
                        "Sign in again with multi-factor authentication; refreshing the token will not help. An"
                                + " administrator may have to require MFA for the user.");
    }

    private Finding tenant() {
        String tid = claims.text("tid").toLowerCase(Locale.ROOT);
        if (!Guid.isValid(tid)) {
            return Finding.unknown("tenant", "the token does not say which tenant it is for", "");
        }
        return tenant != null && Guid.isValid(tenant) && !tenant.equalsIgnoreCase(tid)
                ? Finding.problem(
                        "tenant",
                        tid + ", but the sign-in is to another tenant",
                        "Sign in as a user of the partner's tenant.")
                : Finding.ok("tenant", tid);
    }

    private boolean isForApplication() {
        return claims.text("idtyp").equals("app") || !claims.has("scp");
    }

    private List<String> audiences() {
        return claims.texts("aud").stream()
                .map(audience -> audience.toLowerCase(Locale.ROOT).replaceFirst("/\\z", ""))
                .toList();
    }

    private Set<Cloud> cloudsOfAudience() {
        Set<Cloud> clouds = EnumSet.noneOf(Cloud.class);
        for (Cloud each : Cloud.values()) {
            if (audiences().contains(each.baseUrl().toString()) || audiences().contains(PARTNER_CENTER)) {
                clouds.add(each);
            }
        }
        return clouds;
    }

    private String issuer() {
        try {
            String host = URI.create(claims.text("iss")).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String words(Duration duration) {
        List<String> words = new ArrayList<>();
        if (duration.toDays() > 0) {
            words.add(duration.toDays() + " d");
        }
        if (duration.toHoursPart() > 0) {
            words.add(duration.toHoursPart() + " h");
        }
        if (duration.toDays() == 0 && duration.toMinutesPart() > 0) {
            words.add(duration.toMinutesPart() + " min");
        }
        return words.isEmpty() ? duration.toSeconds() + " s" : String.join(" ", words);
    }
}
