package io.beforehand.intake.adapter;

import io.beforehand.intake.adapter.alertmanager.AlertmanagerAdapter;
import io.beforehand.intake.adapter.amazonconnect.AmazonConnectAdapter;
import io.beforehand.intake.adapter.chatwoot.ChatwootAdapter;
import io.beforehand.intake.adapter.cti.CtiAdapter;
import io.beforehand.intake.adapter.dingtalk.DingtalkAdapter;
import io.beforehand.intake.adapter.feishu.FeishuAdapter;
import io.beforehand.intake.adapter.genesys.GenesysAdapter;
import io.beforehand.intake.adapter.helpdesk.FreshdeskAdapter;
import io.beforehand.intake.adapter.helpdesk.ZendeskAdapter;
import io.beforehand.intake.adapter.intercom.IntercomAdapter;
import io.beforehand.intake.adapter.line.LineAdapter;
import io.beforehand.intake.adapter.mailgun.MailgunAdapter;
import io.beforehand.intake.adapter.meta.MessagingAdapter;
import io.beforehand.intake.adapter.meta.WhatsAppAdapter;
import io.beforehand.intake.adapter.pagerduty.PagerdutyAdapter;
import io.beforehand.intake.adapter.postmark.PostmarkAdapter;
import io.beforehand.intake.adapter.sendgrid.SendGridAdapter;
import io.beforehand.intake.adapter.ses.SesAdapter;
import io.beforehand.intake.adapter.slack.SlackAdapter;
import io.beforehand.intake.adapter.teams.TeamsAdapter;
import io.beforehand.intake.adapter.telegram.TelegramAdapter;
import io.beforehand.intake.adapter.twilio.TwilioAdapter;
import io.beforehand.intake.adapter.wechat.WechatAdapter;
import io.beforehand.intake.adapter.wechat.WecomAdapter;
import io.beforehand.intake.adapter.weibo.WeiboAdapter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All channels that have a native webhook. */
public final class Adapters {

    private static final Map<String, ChannelAdapter> BY_KIND = List.<ChannelAdapter>of(
                    new AlertmanagerAdapter(),
                    new AmazonConnectAdapter(),
                    new ChatwootAdapter(),
                    new CtiAdapter(),
                    new DingtalkAdapter(),
                    new FeishuAdapter(),
                    new FreshdeskAdapter(),
                    new GenesysAdapter(),
                    new IntercomAdapter(),
                    new LineAdapter(),
                    new MailgunAdapter(),
                    MessagingAdapter.instagram(),
                    MessagingAdapter.messenger(),
                    new PagerdutyAdapter(),
                    new PostmarkAdapter(),
                    new SendGridAdapter(),
                    new SesAdapter(),
                    new SlackAdapter(),
                    new TeamsAdapter(),
                    new TelegramAdapter(),
                    new TwilioAdapter(),
                    new WechatAdapter(),
                    new WecomAdapter(),
                    new WeiboAdapter(),
                    new WhatsAppAdapter(),
                    new ZendeskAdapter())
            .stream()
            .collect(Collectors.toUnmodifiableMap(ChannelAdapter::kind, Function.identity()));

    private Adapters() {}

    public static Set<String> kinds() {
        return BY_KIND.keySet();
    }

    public static Optional<ChannelAdapter> of(String kind) {
        return Optional.ofNullable(BY_KIND.get(kind));
    }
}
