/** The setting of the editor that holds connections. */
export const connectionsKey = 'esign.connections';
