/**
 * Prometheus' Alertmanager: an alert that fires is a request, and resolved when the last of its group is over.
 *
 * @see <a href="https://prometheus.io/docs/alerting/latest/configuration/#webhook_config">Webhooks</a>
 */
@NullMarked
package io.beforehand.intake.adapter.alertmanager;

import org.jspecify.annotations.NullMarked;
