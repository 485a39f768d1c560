import 'maplibre-gl/dist/maplibre-gl.css';
import {
  LngLatBounds,
  Map as LibreMap,
  NavigationControl,
  Popup,
  ScaleControl,
  setWorkerUrl,
  type GeoJSONSource,
  type MapMouseEvent,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { boundsOf, normalLongitude } from './bounds.ts';
import type { Bounds, MapActions, MapBranch, MapContent, Place } from './map-branch.ts';
import { mapColours, onColourChange } from './map-colours.ts';
import { areAtSamePlaces, branchPoints, marks, placesToSee, reaches } from './map-data.ts';
import { branchLayer, clusterLayer, countiesFrom, mapLayers, mapStyle, markLayer, sources } from './map-style.ts';
import { mapWords } from './map-words.ts';
import { countyBorders, stateOutlines } from './outlines.ts';

setWorkerUrl(workerUrl);

const words = {
  'NavigationControl.ZoomIn': 'Zoom in',
  'NavigationControl.ZoomOut': 'Zoom out',
};

/** A map of MapLibre in an element, told anew what it is about whenever that changes. Throws where there is no WebGL 2. */
export class GlMap {
  readonly #map: LibreMap;
  readonly #hint = new Popup({ closeButton: false, closeOnClick: false, focusAfterOpen: false, offset: 10 });
  readonly #stopColours: () => void;
  #content: MapContent = { branches: [] };
  #actions: MapActions = {};
  #drawn: readonly MapBranch[] | undefined;
  #places = '';
  #selected: string | undefined;
  #isReady = false;
  #hasCounties = false;

  constructor(container: HTMLElement) {
    this.#map = new LibreMap({
      container,
      style: mapStyle(mapColours(container)),
      locale: words,
      bounds: toLngLat(boundsOf([])),
      fitBoundsOptions: { padding: 24 },
      maxZoom: 15,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      attributionControl: { compact: true },
      fadeDuration: 0,
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    this.#map.addControl(new ScaleControl({}), 'bottom-left');
    this.#map.on('load', () => {
      this.#isReady = true;
      void this.#drawOutlines();
      this.#draw();
      this.#tellView();
    });
    this.#map.on('moveend', () => {
      this.#tellView();
      void this.#drawCounties();
    });
    this.#map.on('click', (event) => void this.#click(event));
    this.#map.on('mousemove', (event) => this.#point(event));
    this.#map.getCanvas().addEventListener('keydown', (event) => this.#press(event));
    this.#stopColours = onColourChange(() => this.#paint());
  }

  show(content: MapContent, actions: MapActions): void {
    this.#content = content;
    this.#actions = actions;
    this.#map.getCanvas().setAttribute('aria-label', mapWords(content));
    if (this.#isReady) this.#draw();
  }

  remove(): void {
    this.#stopColours();
    this.#map.remove();
  }

  #draw(): void {
    const { branches } = this.#content;
    if (this.#drawn !== branches) {
      // A name is no reason to send all of them to the worker again.
      if (this.#drawn === undefined || !areAtSamePlaces(this.#drawn, branches))
        this.#set(sources.branches, branchPoints(branches));
      this.#drawn = branches;
    }
    this.#set(sources.reaches, reaches(this.#content));
    this.#set(sources.marks, marks(this.#content));
    this.#lookAtThem();
  }

  /** At all branches when there are some for the first time; at caller and candidates whenever they are others; at a selected one that is out of sight. */
  #lookAtThem(): void {
    const { branches, caller, selected } = this.#content;
    const about = placesToSee(this.#content);
    const all = about.length === 0 ? '' : 'all';
    const places =
      caller === undefined ? all : about.map(({ latitude, longitude }) => `${latitude} ${longitude}`).join();
    if (places !== this.#places && places !== '') {
      this.#places = places;
      this.#map.fitBounds(toLngLat(boundsOf(about)), { padding: 40, animate: false, maxZoom: 11 });
      return;
    }
    this.#places = places;
    // Once: whoever goes on to look elsewhere is left to it.
    if (selected === this.#selected) return;
    this.#selected = selected;
    const chosen = selected === undefined ? undefined : branches.find(({ id }) => id === selected);
    if (chosen !== undefined && !this.#map.getBounds().contains([chosen.longitude, chosen.latitude]))
      this.#map.easeTo({ center: [chosen.longitude, chosen.latitude] });
  }

  #set(name: string, data: Parameters<GeoJSONSource['setData']>[0]): void {
    void this.#map.getSource<GeoJSONSource>(name)?.setData(data);
  }

  async #drawOutlines(): Promise<void> {
    try {
      const { states, borders } = await stateOutlines();
      this.#set(sources.states, states);
      this.#set(sources.borders, borders);
    } catch {
      // Without outlines there are the branches and the net of degrees: all that a map is needed for.
    }
  }

  async #drawCounties(): Promise<void> {
    if (this.#hasCounties || this.#map.getZoom() < countiesFrom) return;
    this.#hasCounties = true;
    try {
      this.#set(sources.counties, await countyBorders());
    } catch {
      this.#hasCounties = false;
    }
  }

  #paint(): void {
    if (!this.#isReady) return;
    for (const { id, ...layer } of mapLayers(mapColours(this.#map.getContainer())))
      for (const [name, value] of Object.entries(layer.paint ?? {}))
        if (name.endsWith('-color')) this.#map.setPaintProperty(id, name as 'fill-color', value as string);
  }

  #tellView(): void {
    this.#actions.onView?.(fromLngLat(this.#map.getBounds()));
  }

  async #click({ point, lngLat }: MapMouseEvent): Promise<void> {
    if (!this.#isReady) return;
    const [hit] = this.#map.queryRenderedFeatures(point, { layers: [markLayer, branchLayer, clusterLayer] });
    const id = this.#idOf(hit?.properties);
    if (id !== undefined) this.#actions.onSelect?.(id);
    else if (hit?.layer.id === clusterLayer && hit.geometry.type === 'Point') {
      const [longitude = 0, latitude = 0] = hit.geometry.coordinates;
      const zoom = await this.#zoomThatOpens(Number(hit.properties['cluster_id']));
      this.#map.easeTo({ center: [longitude, latitude], zoom });
    } else this.#actions.onPick?.(rounded(lngLat.lat, lngLat.lng));
  }

  async #zoomThatOpens(cluster: number): Promise<number> {
    try {
      const source = this.#map.getSource<GeoJSONSource>(sources.branches);
      return ((await source?.getClusterExpansionZoom(cluster)) ?? this.#map.getZoom()) + 0.5;
    } catch {
      // The branches were others before the click arrived.
      return this.#map.getZoom() + 2;
    }
  }

  #point({ point, lngLat }: MapMouseEvent): void {
    if (!this.#isReady) return;
    const [hit] = this.#map.queryRenderedFeatures(point, { layers: [markLayer, branchLayer, clusterLayer] });
    const id = this.#idOf(hit?.properties);
    const name = id === undefined ? undefined : this.#content.branches.find((branch) => branch.id === id)?.name;
    if (name === undefined) this.#hint.remove();
    else this.#hint.setText(name).setLngLat(lngLat).addTo(this.#map);
    const picks = this.#actions.onPick !== undefined && hit === undefined;
    this.#map.getCanvas().style.cursor = picks ? 'crosshair' : hit === undefined ? '' : 'pointer';
  }

  #press(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || this.#actions.onPick === undefined) return;
    event.preventDefault();
    const { lat, lng } = this.#map.getCenter();
    this.#actions.onPick(rounded(lat, lng));
  }

  #idOf(properties: Readonly<Record<string, unknown>> | undefined): string | undefined {
    if (properties === undefined) return undefined;
    if (typeof properties['index'] === 'number') return this.#drawn?.[properties['index']]?.id;
    const id = properties['id'];
    return typeof id === 'string' && id !== '' ? id : undefined;
  }
}

/** To some 10 cm, as a table keeps them. */
function rounded(latitude: number, longitude: number): Place {
  const toMillionths = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
  return { latitude: toMillionths(latitude), longitude: toMillionths(normalLongitude(longitude)) };
}

function toLngLat({ south, west, north, east }: Bounds): LngLatBounds {
  return new LngLatBounds([west, south], [west <= east ? east : east + 360, north]);
}

function fromLngLat(bounds: LngLatBounds): Bounds {
  const isWorld = bounds.getEast() - bounds.getWest() >= 360;
  return {
    south: bounds.getSouth(),
    north: bounds.getNorth(),
    west: isWorld ? -180 : normalLongitude(bounds.getWest()),
    east: isWorld ? 180 : normalLongitude(bounds.getEast()),
  };
}
