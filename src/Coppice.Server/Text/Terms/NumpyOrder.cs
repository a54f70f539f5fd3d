using System.Numerics;

namespace Coppice.Server.Text.Terms;

/// <summary>
/// The order in which NumPy's default argsort leaves equal keys: an introsort that is not stable (median of three, insertion up to 16, heap when too deep).
/// Terms with equally many occurrences at the limit are kept or dropped by it, so being equal to scikit-learn means taking the same steps.
/// NumPy 1.25 and later sort otherwise on processors with AVX-512; there, which of the equal terms stay differs between machines.
/// </summary>
internal static class NumpyOrder
{
    private const int Few = 16;

    public static int[] Argsort(ReadOnlySpan<int> keys)
    {
        int[] order = [.. Enumerable.Range(0, keys.Length)];
        if (order.Length == 0)
            return order;
        var waiting = new Stack<(int Low, int High, int Depth)>();
        waiting.Push((0, order.Length - 1, 2 * BitOperations.Log2((uint)order.Length)));
        while (waiting.TryPop(out var range))
        {
            var (low, high, depth) = range;
            if (depth < 0)
            {
                HeapSort(keys, order.AsSpan(low, high - low + 1));
                continue;
            }

            while (high - low >= Few)
            {
                int middle = Partition(keys, order, low, high);
                depth--;
                if (middle - low < high - middle)
                {
                    waiting.Push((middle + 1, high, depth));
                    high = middle - 1;
                }
                else
                {
                    waiting.Push((low, middle - 1, depth));
                    low = middle + 1;
                }
            }

            InsertionSort(keys, order.AsSpan(low, high - low + 1));
        }

        return order;
    }

    private static int Partition(ReadOnlySpan<int> keys, int[] order, int low, int high)
    {
        int middle = low + ((high - low) >> 1);
        SwapIfLess(keys, ref order[middle], ref order[low]);
        SwapIfLess(keys, ref order[high], ref order[middle]);
        SwapIfLess(keys, ref order[middle], ref order[low]);
        int pivot = keys[order[middle]];
        int left = low;
        int right = high - 1;
        (order[middle], order[right]) = (order[right], order[middle]);
        while (true)
        {
            do left++;
            while (keys[order[left]] < pivot);
            do right--;
            while (pivot < keys[order[right]]);
            if (left >= right)
                break;
            (order[left], order[right]) = (order[right], order[left]);
        }

        (order[left], order[high - 1]) = (order[high - 1], order[left]);
        return left;
    }

    private static void SwapIfLess(ReadOnlySpan<int> keys, ref int first, ref int second)
    {
        if (keys[first] < keys[second])
            (first, second) = (second, first);
    }

    private static void InsertionSort(ReadOnlySpan<int> keys, Span<int> order)
    {
        for (int i = 1; i < order.Length; i++)
        {
            int item = order[i];
            int at = i;
            for (; at > 0 && keys[item] < keys[order[at - 1]]; at--)
                order[at] = order[at - 1];
            order[at] = item;
        }
    }

    private static void HeapSort(ReadOnlySpan<int> keys, Span<int> order)
    {
        for (int root = (order.Length / 2) - 1; root >= 0; root--)
            SiftDown(keys, order, root, order[root]);
        for (int last = order.Length - 1; last > 0; last--)
        {
            int item = order[last];
            order[last] = order[0];
            SiftDown(keys, order[..last], 0, item);
        }
    }

    private static void SiftDown(ReadOnlySpan<int> keys, Span<int> heap, int at, int item)
    {
        for (int child = (2 * at) + 1; child < heap.Length; child = (2 * at) + 1)
        {
            if (child + 1 < heap.Length && keys[heap[child]] < keys[heap[child + 1]])
                child++;
            if (keys[item] >= keys[heap[child]])
                break;
            heap[at] = heap[child];
            at = child;
        }

        heap[at] = item;
    }
}
