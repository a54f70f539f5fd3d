using System.Runtime.CompilerServices;

namespace Coppice.Forests.Blocks;

/// <summary>Walks the levels of a tree that are too deep for words of bits, four rows side by side; the answers are known already.</summary>
internal static unsafe class DeepWalk
{
    /// <summary>Adds the leaf of each row.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="numbers">For each row the end of the first levels that it came to.</param>
    /// <param name="rows">How many of the rows count.</param>
    /// <param name="answers">What each condition says of each row.</param>
    /// <param name="margins">One for each row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(DeepTree tree, byte* numbers, int rows, ulong* answers, float* margins)
    {
        fixed (DeepNode* nodes = tree.Nodes)
        fixed (int* starts = tree.Starts)
        {
            for (int row = 0; row < rows; row += 4)
            {
                DeepNode* a = nodes + starts[numbers[row]];
                DeepNode* b = nodes + starts[numbers[row + 1]];
                DeepNode* c = nodes + starts[numbers[row + 2]];
                DeepNode* d = nodes + starts[numbers[row + 3]];
                for (int step = tree.Steps; step > 0; step--)
                {
                    a = Step(nodes, a, answers, row);
                    b = Step(nodes, b, answers, row + 1);
                    c = Step(nodes, c, answers, row + 2);
                    d = Step(nodes, d, answers, row + 3);
                }

                margins[row] += a->Value;
                margins[row + 1] += b->Value;
                margins[row + 2] += c->Value;
                margins[row + 3] += d->Value;
            }
        }
    }

    /// <summary>The two ways stand side by side, so the answer is an index and no branch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DeepNode* Step(DeepNode* nodes, DeepNode* node, ulong* answers, int row)
    {
        nint answer = (nint)((answers[node->Condition] >> row) & 1);
        return nodes + (&node->WhereFalse)[answer];
    }
}
