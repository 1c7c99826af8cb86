/**
 * Telephone systems: those that report calls in the form that Zammad made common, and Asterisk, whose AMI blocks and ARI frames a bridge
 * posts as they come. All show a token.
 *
 * @see <a href="https://docs.zammad.org/en/latest/api/generic-cti/index.html">Generic CTI</a>
 * @see <a href="https://docs.asterisk.org/Configuration/Interfaces/">Asterisk: AMI and ARI</a>
 */
@NullMarked
package io.beforehand.intake.adapter.cti;

import org.jspecify.annotations.NullMarked;
