/// The way to a server, for REST and the control socket alike: through which proxy, trusting which certificate
/// authorities, and what it means when there is no way through.
package placewatch.network;
