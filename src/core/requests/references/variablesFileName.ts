/** In the folder of a workspace, and on the command line in the working directory. */
export const variablesFileName = 'esign.env.json';
