package io.beforehand.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines are told from people. */
class LoopGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: Auto-Replied (vacation)",
                "Auto-Submitted: auto-generated\nIn-Reply-To: <x@y>",
                "X-Autoreply: yes",
                "X-Autorespond: gone",
                "Precedence: auto_reply",
                "X-Apple-Action: VACATION",
                "X-Auto-Response-Suppress: All\nReturn-Path: <>",
                "X-Auto-Response-Suppress: OOF\nIn-Reply-To: <x@y>",
                "Subject: Automatic reply: Order",
                "Subject: Out of Office: Order",
                "Subject: =?utf-8?B?6Ieq5Yqo5Zue5aSNOiDorqLljZU=?=",
                "Subject: =?utf-8?B?6Ieq5YuV5Zue6KaG77ya6KiC5Zau?=",
                "Subject: Abwesenheitsnotiz: Bestellung",
            })
    void anAutomaticAnswerSaysNothing(String headers) {
        assertThat(nature(headers)).isInstanceOf(Nature.AutoReply.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-generated",
                "Precedence: bulk",
                "Precedence: list",
                "List-Id: <users.example>",
                "List-Unsubscribe: <mailto:x@y>",
                "X-Auto-Response-Suppress: All",
                "Return-Path: <>",
                "Return-Path: < >",
                "X-Loop: x@y",
                "From: No Reply <noreply@shop.example>",
                "From: postmaster@shop.example",
            })
    void aMachineIsHeardButNotAnswered(String headers) {
        assertThat(nature(headers)).isInstanceOf(Nature.Machine.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: no",
                "Precedence: first-class",
                "Return-Path: <ann@home.example>",
                "In-Reply-To: <x@y>",
                "Subject: Out of office hours, who answers?",
                "Subject: Re: Automatic reply: Order",
                "Subject: =?utf-8?B?6Ieq5Yqo5Zue5aSN6K6+572u6Zeu6aKY?=",
                "X-Auto-Response-Suppress: DR, RN, NRN",
            })
    void aPersonIsAPerson(String headers) {
        assertThat(nature(headers)).isEqualTo(new Nature.Person());
    }

    @Test
    void theFirstReasonIsKept() {
        assertThat(nature("Precedence: bulk\nList-Id: x")).isEqualTo(new Nature.Machine("precedence"));
    }

    private static Nature nature(String headers) {
        String sender = headers.startsWith("From:") ? "" : "From: ann@home.example\n";
        return new MailReader(MailLimits.DEFAULT)
                .read((sender + headers + "\n\nHello").getBytes(StandardCharsets.UTF_8), null)
                .nature();
    }
}
