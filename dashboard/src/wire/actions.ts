import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';

/** Something that changes the server. Whatever came of it, everything shown is asked for again. */
export function useAction<Input, Output>(act: (input: Input) => Promise<Output>): UseMutationResult<Output, Error, Input> {
  const client = useQueryClient();
  return useMutation<Output, Error, Input>({
    mutationFn: act,
    onSettled: () => client.invalidateQueries(),
  });
}
