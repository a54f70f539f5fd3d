using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Coppice.Forests.Tests.Support;

/// <summary>The few calls of XGBoost's own library that the tests compare with.</summary>
internal sealed unsafe partial class NativeBooster : IDisposable
{
    private const string Library = "libxgboost.so.0";

    private readonly nint _booster;

    private NativeBooster(ReadOnlySpan<nint> matrices)
    {
        fixed (nint* pointer = matrices)
            Check(XGBoosterCreate(pointer, (ulong)matrices.Length, out _booster));
    }

    public static NativeBooster Load(ReadOnlySpan<byte> model)
    {
        var booster = new NativeBooster([]);
        fixed (byte* pointer = model)
            Check(XGBoosterLoadModelFromBuffer(booster._booster, pointer, (ulong)model.Length));
        Check(XGBoosterSetParam(booster._booster, "nthread", "1"));
        return booster;
    }

    public static NativeBooster Train(float[] rows, int columns, float[] labels, int rounds, params (string Name, string Value)[] parameters)
    {
        nint matrix = Matrix(rows, columns);
        fixed (float* pointer = labels)
            Check(XGDMatrixSetFloatInfo(matrix, "label", pointer, (ulong)labels.Length));
        var booster = new NativeBooster([matrix]);
        foreach ((string name, string value) in parameters.Append(("nthread", "1")))
            Check(XGBoosterSetParam(booster._booster, name, value));
        for (int round = 0; round < rounds; round++)
            Check(XGBoosterUpdateOneIter(booster._booster, round, matrix));
        Check(XGDMatrixFree(matrix));
        return booster;
    }

    public byte[] Save(string format)
    {
        Check(XGBoosterSaveModelToBuffer(_booster, $$"""{"format": "{{format}}"}""", out ulong length, out byte* bytes));
        return new ReadOnlySpan<byte>(bytes, (int)length).ToArray();
    }

    public float[] Margins(float[] rows, int columns) => Predict(rows, columns, 1);

    public float[] Values(float[] rows, int columns) => Predict(rows, columns, 0);

    public float[] Contributions(float[] rows, int columns) => Predict(rows, columns, 2);

    /// <summary>Without a matrix, which would refuse infinite values.</summary>
    public float[] MarginsInPlace(float[] rows, int columns)
    {
        fixed (float* pointer = rows)
        {
            string array = string.Create(CultureInfo.InvariantCulture, $$"""{"data": [{{(nint)pointer}}, true], "shape": [{{rows.Length / columns}}, {{columns}}], "typestr": "<f4", "version": 3}""");
            const string config = """{"type": 1, "iteration_begin": 0, "iteration_end": 0, "strict_shape": false, "cache_id": 0, "missing": NaN}""";
            Check(XGBoosterPredictFromDense(_booster, array, config, 0, out ulong* shape, out ulong dimensions, out float* result));
            return Copy(shape, dimensions, result);
        }
    }

    public void Dispose() => Check(XGBoosterFree(_booster));

    private float[] Predict(float[] rows, int columns, int type)
    {
        nint matrix = Matrix(rows, columns);
        string config = $$"""{"type": {{type}}, "training": false, "iteration_begin": 0, "iteration_end": 0, "strict_shape": false}""";
        Check(XGBoosterPredictFromDMatrix(_booster, matrix, config, out ulong* shape, out ulong dimensions, out float* result));
        float[] predictions = Copy(shape, dimensions, result);
        Check(XGDMatrixFree(matrix));
        return predictions;
    }

    private static float[] Copy(ulong* shape, ulong dimensions, float* result)
    {
        ulong count = 1;
        for (ulong i = 0; i < dimensions; i++)
            count *= shape[i];
        return new ReadOnlySpan<float>(result, (int)count).ToArray();
    }

    private static nint Matrix(float[] rows, int columns)
    {
        fixed (float* pointer = rows)
        {
            Check(XGDMatrixCreateFromMat(pointer, (ulong)(rows.Length / columns), (ulong)columns, float.NaN, out nint matrix));
            return matrix;
        }
    }

    private static void Check(int code)
    {
        if (code != 0)
            throw new InvalidOperationException(Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(XGBGetLastError())));
    }

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int XGBoosterCreate(nint* matrices, ulong count, out nint booster);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int XGBoosterFree(nint booster);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int XGBoosterSetParam(nint booster, string name, string value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int XGBoosterUpdateOneIter(nint booster, int round, nint matrix);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int XGBoosterLoadModelFromBuffer(nint booster, byte* bytes, ulong length);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int XGBoosterSaveModelToBuffer(nint booster, string config, out ulong length, out byte* bytes);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int XGBoosterPredictFromDMatrix(nint booster, nint matrix, string config, out ulong* shape, out ulong dimensions, out float* result);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int XGBoosterPredictFromDense(nint booster, string array, string config, nint proxy, out ulong* shape, out ulong dimensions, out float* result);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int XGDMatrixCreateFromMat(float* rows, ulong rowCount, ulong columnCount, float missing, out nint matrix);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int XGDMatrixSetFloatInfo(nint matrix, string field, float* values, ulong length);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int XGDMatrixFree(nint matrix);

    [LibraryImport(Library)]
    private static partial byte* XGBGetLastError();
}
