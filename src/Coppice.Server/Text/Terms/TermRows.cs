namespace Coppice.Server.Text.Terms;

/// <summary>
/// Rows of the documents that were counted. Laid out by term first and then, term by term, by document, so that every row is in order without being sorted.
/// </summary>
internal static class TermRows
{
    public static TermMatrix Of(TermCounts counts, int[] kept, ReadOnlySpan<double> idf, TermOptions options)
    {
        int[] ends = new int[counts.Documents];
        int[] starts = new int[kept.Length + 1];
        var uses = ByTerm(counts, kept, starts, ends);
        int total = starts[^1];
        int[] indices = GC.AllocateUninitializedArray<int>(total);
        double[] values = GC.AllocateUninitializedArray<double>(total);
        double[] squares = new double[ends.Length];
        int[] places = new int[ends.Length];
        for (int document = 1; document < places.Length; document++)
            places[document] = ends[document - 1];

        for (int column = 0; column < kept.Length; column++)
        {
            double weightOfOne = idf[column];
            foreach (var (document, times) in uses.Items.AsSpan(starts[column], starts[column + 1] - starts[column]))
            {
                double frequency = options.Sublinear && times > 1 ? 1 + Math.Log(times) : times;
                double weight = frequency * weightOfOne;
                int place = places[document]++;
                indices[place] = column;
                values[place] = weight;
                squares[document] += weight * weight;
            }
        }

        uses.Return();
        if (options.UnitLength)
            Shorten(values, ends, squares);
        return new TermMatrix(ends, indices, values, kept.Length);
    }

    /// <summary>The uses of the kept terms, term by term; where each term's begin, and where each document's row ends.</summary>
    private static PooledArray<DocumentUse> ByTerm(TermCounts counts, int[] kept, int[] starts, int[] ends)
    {
        var columns = new PooledArray<int>(counts.Terms.Length, Unwritten.Anything);
        columns.Items.AsSpan().Fill(kept.Length);
        int[] next = new int[kept.Length + 1];
        for (int column = 0; column < kept.Length; column++)
        {
            columns.Items[kept[column]] = column;
            next[column] = starts[column];
            starts[column + 1] = starts[column] + counts.Terms[kept[column]].Documents;
        }

        // Whether a term is kept cannot be predicted: the others are written to one place behind the last.
        next[kept.Length] = starts[^1];
        var uses = new PooledArray<DocumentUse>(starts[^1] + 1, Unwritten.Anything);
        var laid = uses.Items;
        int[] columnOf = columns.Items;
        int end = 0;
        for (int document = 0; document < ends.Length; document++)
        {
            foreach (var (term, times) in counts.Uses(document))
            {
                int column = columnOf[term];
                int isKept = (column - kept.Length) >>> 31;
                laid[next[column]] = new DocumentUse(document, times);
                next[column] += isKept;
                end += isKept;
            }

            ends[document] = end;
        }

        columns.Return();
        return uses;
    }

    private static void Shorten(double[] values, int[] ends, double[] squares)
    {
        int start = 0;
        for (int row = 0; row < ends.Length; row++)
        {
            if (ends[row] > start)
            {
                double factor = 1 / Math.Sqrt(squares[row]);
                foreach (ref double value in values.AsSpan(start, ends[row] - start))
                    value *= factor;
            }

            start = ends[row];
        }
    }

    private readonly record struct DocumentUse(int Document, int Times);
}
