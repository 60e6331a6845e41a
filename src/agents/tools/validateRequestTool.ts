import * as z from 'zod';
import { defineTool, readsOnly } from '../agentTool';
import { checkGiven, isValid } from '../checkGiven';
import { issueList, issueSchema } from '../output/issueList';
import { givenRequest, requestInput } from '../requestInput';

export const validateRequestTool = defineTool({
  name: 'validate_request',
  title: 'Check a request',
  description: `Checks a request by the schema and the rules of its operation, and says where and how it would fail. Nothing is sent.
Give the values, or the name of a *.esign.json file. Do this before writing a payload into code.`,
  hints: readsOnly,
  input: z.object({ ...requestInput, from: z.exactOptional(z.int().min(0).describe('Skips so many issues.')) }),
  output: z.object({
    operation: z.string(),
    valid: z.boolean().describe('There are no errors; there may be warnings.'),
    issues: z.array(issueSchema),
    left: z.number().describe('How many more issues there are: ask again with "from".'),
  }),
  run: async (workplace, { from = 0, ...input }) => {
    const given = await givenRequest(workplace, input);
    const all = await checkGiven(workplace, given);
    const { items, left } = issueList(all, 3_200, from);
    return { operation: given.request.operation, valid: isValid(all), issues: items, left };
  },
});
