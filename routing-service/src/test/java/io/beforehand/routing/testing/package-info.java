/** What the tests of the running service share: the bus to the other services, and an office of their own each. */
package io.beforehand.routing.testing;
