namespace Coppice.Server.Files;

/// <summary>Finds the word someone most likely meant.</summary>
public static class NearestWord
{
    /// <summary>The candidate with the fewest changed, missing or swapped letters, upper and lower case alike; null when none is close.</summary>
    public static string? Of(string word, IEnumerable<string> candidates)
    {
        string? best = null;
        // Longer than this nobody mistypes a name; it also bounds the work on hostile input.
        if (word.Length > 100)
            return null;

        int bestDistance = Math.Max(2, word.Length / 3) + 1;
        foreach (string candidate in candidates)
        {
            if (candidate.Length > 100 || Math.Abs(candidate.Length - word.Length) >= bestDistance)
                continue;
            int distance = Distance(word, candidate);
            if (distance < bestDistance && distance < candidate.Length)
                (best, bestDistance) = (candidate, distance);
        }

        return best;
    }

    // Optimal string alignment: Levenshtein with swaps of neighbours, three rows at a time.
    private static int Distance(string left, string right)
    {
        int[] before = new int[right.Length + 1];
        int[] above = new int[right.Length + 1];
        int[] row = new int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++)
            above[j] = j;

        for (int i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int change = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                int cost = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + change);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                    cost = Math.Min(cost, before[j - 2] + 1);
                row[j] = cost;
            }

            (before, above, row) = (above, row, before);
        }

        return above[right.Length];
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
