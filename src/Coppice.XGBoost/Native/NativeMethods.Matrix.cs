using System.Runtime.InteropServices;

namespace Coppice.XGBoost.Native;

internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int XGDMatrixCreateFromMat(
        ReadOnlySpan<float> values, ulong rows, ulong columns, float missing, out MatrixHandle matrix);

    [LibraryImport(Library)]
    internal static partial int XGDMatrixCreateFromCSREx(
        ReadOnlySpan<long> rowStarts,
        ReadOnlySpan<int> columnIndices,
        ReadOnlySpan<float> values,
        nuint rowStartCount,
        nuint valueCount,
        nuint columns,
        out MatrixHandle matrix);

    [LibraryImport(Library)]
    internal static partial int XGDMatrixFree(nint matrix);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int XGDMatrixSetFloatInfo(MatrixHandle matrix, string field, ReadOnlySpan<float> values, ulong count);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int XGDMatrixSetStrFeatureInfo(MatrixHandle matrix, string field, string[] values, ulong count);
}
