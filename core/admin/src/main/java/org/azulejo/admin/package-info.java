/**
 * The operators' console and its REST, one room of the web site, {@code /admin/}.
 *
 * <p>A request passes {@code room} and {@code access}, is read by {@code exchange}, and ends in
 * {@code rest} or {@code page}; both do what they do at a {@code desk}. What takes long is a {@code
 * job}; every change is in the {@code audit}. {@code form} makes forms of the plug-ins' keys,
 * {@code html} has the pieces of the pages.
 */
@NullMarked
package org.azulejo.admin;

import org.jspecify.annotations.NullMarked;
